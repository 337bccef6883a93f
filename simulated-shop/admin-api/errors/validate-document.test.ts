import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { loadAdminSchema } from "../schema/load-admin-schema.ts";
import { validateDocument } from "./validate-document.ts";

function errorsOf(text: string) {
  const errors = validateDocument(loadAdminSchema("2026-07"), parse(text));
  return errors.map(({ message, path, extensions }) => ({ message, path, extensions }));
}

describe("Shopify's words for a wrong document", () => {
  test("an unknown field", () => {
    expect(errorsOf("query Name { shop { foo } }")).toEqual([
      {
        message: "Field 'foo' doesn't exist on type 'Shop'",
        path: ["query Name", "shop", "foo"],
        extensions: { code: "undefinedField", typeName: "Shop", fieldName: "foo" },
      },
    ]);
  });

  test("an unknown argument and a missing one", () => {
    expect(errorsOf("mutation M { segmentDelete(ids: 1) { deletedSegmentId } }")).toEqual([
      {
        message: "Field 'segmentDelete' is missing required arguments: id",
        path: ["mutation M", "segmentDelete"],
        extensions: {
          code: "missingRequiredArguments",
          className: "Field",
          name: "segmentDelete",
          arguments: "id",
        },
      },
      {
        message: "Field 'segmentDelete' doesn't accept argument 'ids'",
        path: ["mutation M", "segmentDelete", "ids"],
        extensions: {
          code: "argumentNotAccepted",
          name: "segmentDelete",
          typeName: "Field",
          argumentName: "ids",
        },
      },
    ]);
  });

  test("a literal of the wrong type", () => {
    expect(errorsOf('{ orders(first: "ten") { nodes { id } } }')).toEqual([
      {
        message:
          "Argument 'first' on Field 'orders' has an invalid value (\"ten\"). Expected type 'Int'.",
        path: ["query", "orders", "first"],
        extensions: {
          code: "argumentLiteralsIncompatible",
          typeName: "Field",
          argumentName: "first",
        },
      },
    ]);
  });

  test("an id that is no gid", () => {
    expect(errorsOf('query Q { bulkOperation(id: "not-a-gid") { id } }')).toEqual([
      {
        message: "Invalid global id 'not-a-gid'",
        path: ["query Q", "bulkOperation", "id"],
        extensions: { code: "argumentLiteralsIncompatible", typeName: "CoercionError" },
      },
    ]);
  });

  test("an input object without a field it needs", () => {
    expect(
      errorsOf(
        'mutation { metafieldsSet(metafields: [{ key: "k", value: "v" }]) { userErrors { message } } }',
      ),
    ).toEqual([
      {
        message:
          "Argument 'ownerId' on InputObject 'MetafieldsSetInput' is required. Expected type ID!",
        path: ["mutation", "metafieldsSet", "metafields", "ownerId"],
        extensions: {
          code: "missingRequiredInputObjectAttribute",
          argumentName: "ownerId",
          argumentType: "ID!",
          inputObjectType: "MetafieldsSetInput",
        },
      },
    ]);
  });

  test("variables that are not declared or not used", () => {
    expect(
      errorsOf("query Q($a: Int) { orders(first: $b) { nodes { id } } }").map(
        ({ message }) => message,
      ),
    ).toEqual([
      "Variable $b is used by Q but not declared",
      "Variable $a is declared by Q but not used",
    ]);
  });

  test("an object without fields and a scalar with some", () => {
    expect(errorsOf("{ shop { plan name { x } } }").map(({ message }) => message)).toEqual([
      "Field must have selections (field 'plan' returns ShopPlan but has no selections. Did you mean 'plan { ... }'?)",
      "Selections can't be made on scalars (field 'name' returns String but has selections [\"x\"])",
    ]);
  });
});

describe("graphql-ruby's words for what graphql-js finds", () => {
  test.each([
    [
      "query Q($id: ID) { customer(id: $id) { id } }",
      "Nullability mismatch on variable $id and argument id (ID / ID!)",
      ["query Q", "customer", "id"],
      "variableMismatch",
    ],
    [
      "query Q($n: String) { customers(first: $n) { nodes { id } } }",
      "Type mismatch on variable $n and argument first (String / Int)",
      ["query Q", "customers", "first"],
      "variableMismatch",
    ],
    [
      "query Q($ids: ID!) { nodes(ids: [$ids]) { id } } query R($ids: ID!) { nodes(ids: $ids) { id } }",
      "List dimension mismatch on variable $ids and argument ids (ID! / [ID!]!)",
      ["query R", "nodes", "ids"],
      "variableMismatch",
    ],
    [
      "{ shop { ...A } }",
      "Fragment A was used, but not defined",
      ["query", "shop", "... A"],
      "useAndDefineFragment",
    ],
    [
      "fragment A on Shop { id } { shop { id } }",
      "Fragment A was defined, but not used",
      ["fragment A"],
      "useAndDefineFragment",
    ],
    [
      "{ shop { ... on Customer { id } } }",
      "Fragment on Customer can't be spread inside Shop",
      ["query", "shop", "... on Customer"],
      "cannotSpreadFragment",
    ],
    [
      '{ node(id: "gid://shopify/Order/1") { ... on Nope { id } } }',
      "No such type Nope, so it can't be a fragment condition",
      ["query", "node", "... on Nope"],
      "undefinedType",
    ],
    [
      "{ shop @nope { id } }",
      "Directive @nope is not defined",
      ["query", "shop"],
      "undefinedDirective",
    ],
    [
      "{ a: shop { id } a: customers(first: 1) { nodes { id } } }",
      "Field 'a' has a field conflict: shop or customers?",
      ["query", "a"],
      "fieldConflict",
    ],
  ])("%s", (text, message, path, code) => {
    expect(errorsOf(text)).toMatchObject([{ message, path, extensions: { code } }]);
  });
});
