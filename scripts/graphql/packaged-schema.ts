import { readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

export type AdminApiVersion = "2026-07" | "2026-10";

/** The whole Admin schema of one API version, or another API's, as Shopify's package `@shopify/dev-mcp` carries it. */
export async function readPackagedSchema(
  version: AdminApiVersion,
  api: "admin" | "customer" = "admin",
): Promise<GraphQLSchema> {
  const packageJson = findPackageJSON("@shopify/dev-mcp", import.meta.url);
  if (packageJson === undefined) {
    throw new Error(
      "The package @shopify/dev-mcp, which carries the Admin schema, is not installed. Run npm install.",
    );
  }
  const file = path.join(path.dirname(packageJson), "dist", "data", `${api}_${version}.json.gz`);
  const packaged = JSON.parse(gunzipSync(await readFile(file)).toString("utf8")) as {
    data: IntrospectionQuery;
  };
  return buildClientSchema(packaged.data);
}
