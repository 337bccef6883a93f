import {
  type GraphQLSchema,
  NoDeprecatedCustomRule,
  concatAST,
  specifiedRules,
  validate,
} from "graphql";
import { pathToFileURL } from "node:url";
import { type AdminApiVersion, readPackagedSchema } from "./packaged-schema.ts";
import { type OperationDocument, readDocuments } from "./read-documents.ts";

// The version we call, and the one Shopify will serve in its place when ours ends.
const checkedVersions: readonly AdminApiVersion[] = ["2026-07", "2026-10"];

/** What is wrong with the documents under one schema, a sentence each: errors and deprecated fields. */
export function findDocumentProblems(
  documents: readonly OperationDocument[],
  schema: GraphQLSchema,
): string[] {
  const everything = concatAST(documents.map(({ document }) => document));
  return validate(schema, everything, [...specifiedRules, NoDeprecatedCustomRule]).map(
    (problem) => {
      const place = problem.locations?.[0];
      const source = problem.nodes?.[0]?.loc?.source.name ?? "operations";
      return `${source}:${place?.line ?? 1}:${place?.column ?? 1} ${problem.message}`;
    },
  );
}

/** Checks every document, the bulk ones too, against each version. Returns the number of problems it printed. */
export async function checkDocuments(): Promise<number> {
  const documents = await readDocuments();
  let problemCount = 0;
  for (const version of checkedVersions) {
    const problems = findDocumentProblems(documents, await readPackagedSchema(version));
    for (const problem of problems) console.error(`${version}: ${problem}`);
    problemCount += problems.length;
  }
  console.error(
    `GraphQL documents: ${documents.length} files, ${problemCount} problems against ${checkedVersions.join(" and ")}`,
  );
  return problemCount;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = (await checkDocuments()) === 0 ? 0 : 1;
}
