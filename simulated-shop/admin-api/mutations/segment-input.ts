import { compileSegmentQuery } from "../../segment-query/compile-segment-query.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { userError, type UserError } from "./user-error.ts";

export const MAX_SEGMENTS = 6_000;
const MAX_NAME_CHARACTERS = 255;
const MAX_QUERY_CHARACTERS = 5_000;

/** What is wrong with a segment's name. */
export function problemsWithName(name: string): UserError[] {
  if (name.trim() === "") return [userError(["name"], "Name can't be blank")];
  if (name.trim().length > MAX_NAME_CHARACTERS)
    return [userError(["name"], `Name is too long (maximum is ${MAX_NAME_CHARACTERS} characters)`)];
  return [];
}

/** What is wrong with a segment's query; grammar errors come as several userErrors. */
export function problemsWithQuery(query: string): UserError[] {
  if (query.trim() === "") return [userError(["query"], "Query can't be blank")];
  if (query.length > MAX_QUERY_CHARACTERS)
    return [
      userError(["query"], `Query is too long (maximum is ${MAX_QUERY_CHARACTERS} characters)`),
    ];
  const compiled = compileSegmentQuery(query);
  if (compiled.kind === "unanswered") throw unansweredError("Segment query", compiled.attribute);
  return compiled.kind === "invalid"
    ? compiled.messages.map((message) => userError(["query"], `Query ${message}`))
    : [];
}
