import { compileSegmentQuery } from "../../../segment-query/compile-segment-query.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { spellingIn } from "../../queries/segment-members.ts";
import { userError, type UserError } from "../user-error.ts";

export const MAX_SEGMENTS = 6_000;
const MAX_NAME_CHARACTERS = 255;
const MAX_QUERY_CHARACTERS = 5_000;

/**
 * What is wrong with a segment's name and query, where given. Grammar is looked at last, when nothing else is wrong; its
 * errors come as several userErrors. A correct query whose members this shop cannot find is accepted: asking for them
 * fails.
 */
export function problemsWithSegment(
  { name, query }: { name?: string | null | undefined; query?: string | null | undefined },
  context: RequestContext,
): UserError[] {
  const problems = [
    ...(name == null
      ? []
      : problemsWithText("Name", "name", name, name.trim(), MAX_NAME_CHARACTERS)),
    ...(query == null
      ? []
      : problemsWithText("Query", "query", query, query, MAX_QUERY_CHARACTERS)),
  ];
  if (problems.length > 0 || query == null) return problems;
  const compiled = compileSegmentQuery(query, context.shop.world, {
    functionSpelling: spellingIn(context.apiVersion),
  });
  return compiled.kind === "invalid"
    ? compiled.messages.map((message) => userError(["query"], `Query ${message}`))
    : [];
}

function problemsWithText(
  label: string,
  field: string,
  text: string,
  measured: string,
  maxCharacters: number,
): UserError[] {
  if (text.trim() === "") return [userError([field], `${label} can't be blank`)];
  return measured.length > maxCharacters
    ? [userError([field], `${label} is too long (maximum is ${maxCharacters} characters)`)]
    : [];
}
