import { existsSync, readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import { readAccessRules } from "../access/access-rules.ts";
import type { ApiVersion } from "./api-versions.ts";
import { attachResolvers } from "./attach-resolvers.ts";
import { giveScalarsTheirRules } from "./scalars.ts";

const schemas = new Map<ApiVersion, GraphQLSchema>();

/**
 * Shopify's own Admin schema of a version, from the introspection result packaged in `@shopify/dev-mcp`, with this
 * shop's resolvers attached. Built once per process (about 300 ms).
 */
export function loadAdminSchema(version: ApiVersion): GraphQLSchema {
  let schema = schemas.get(version);
  if (schema === undefined) {
    const introspection = readIntrospection(version);
    schema = buildClientSchema(introspection);
    giveScalarsTheirRules(schema);
    attachResolvers(schema, readAccessRules(introspection.__schema.types));
    schemas.set(version, schema);
  }
  return schema;
}

function readIntrospection(version: ApiVersion): IntrospectionQuery {
  const packageFile = findPackageJSON("@shopify/dev-mcp", import.meta.url);
  if (packageFile === undefined)
    throw new Error(
      "The package @shopify/dev-mcp, which carries the Admin schema, is not installed.",
    );
  const schemaFile = path.join(
    path.dirname(packageFile),
    "dist",
    "data",
    `admin_${version}.json.gz`,
  );
  if (!existsSync(schemaFile))
    throw new Error(`The installed @shopify/dev-mcp has no Admin schema ${version}: ${schemaFile}`);
  // Five megabytes of a package we pin: buildClientSchema refuses what is not an introspection result.
  return (
    JSON.parse(gunzipSync(readFileSync(schemaFile)).toString("utf8")) as {
      data: IntrospectionQuery;
    }
  ).data;
}
