import { parse, print } from "graphql";
import { expect, test } from "vitest";
import { repeatMutation } from "./repeat-mutation.ts";

test("each copy has its own alias and its own variables", () => {
  const document = parse(
    "mutation A($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } } }",
  );
  expect(print(repeatMutation(document, 2))).toBe(
    print(
      parse(`mutation A($id0: ID!, $tags0: [String!]!, $id1: ID!, $tags1: [String!]!) {
        r0: tagsAdd(id: $id0, tags: $tags0) { node { id } }
        r1: tagsAdd(id: $id1, tags: $tags1) { node { id } }
      }`),
    ),
  );
});

test("a document of two mutations is refused", () => {
  expect(() => repeatMutation(parse("mutation A { a b }"), 2)).toThrow(
    "only a document of one mutation",
  );
});
