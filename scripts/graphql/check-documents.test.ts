import { parse, Source } from "graphql";
import { beforeAll, expect, test } from "vitest";
import type { GraphQLSchema } from "graphql";
import { findDocumentProblems } from "./check-documents.ts";
import { readPackagedSchema } from "./packaged-schema.ts";
import { readDocuments } from "./read-documents.ts";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await readPackagedSchema("2026-07");
});

function problemsOf(text: string): string[] {
  const location = "sample.graphql";
  return findDocumentProblems(
    [{ location, text, document: parse(new Source(text, location)) }],
    schema,
  );
}

test("every operation of the app is valid", async () => {
  expect(findDocumentProblems(await readDocuments(), schema)).toEqual([]);
});

test("an unknown field is reported with its file, line and column", () => {
  expect(problemsOf("query Sample {\n  shop {\n    nickname\n  }\n}")).toEqual([
    expect.stringMatching(/^sample\.graphql:3:5 Cannot query field "nickname" on type "Shop"/),
  ]);
});

test("a deprecated field is a problem", () => {
  expect(problemsOf("query Sample { currentBulkOperation { id } }")).toEqual([
    expect.stringContaining("currentBulkOperation is deprecated"),
  ]);
});
