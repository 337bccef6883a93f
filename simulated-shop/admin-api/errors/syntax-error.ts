import type { GraphQLError } from "graphql";

/** A parse error in graphql-ruby's words: "syntax error, unexpected end of file". */
export function syntaxErrorText(error: GraphQLError): string {
  const found = /(?:Unexpected|found) (<EOF>|.+?)\.?$/.exec(error.message)?.[1] ?? error.message;
  return `syntax error, unexpected ${found === "<EOF>" ? "end of file" : found}`;
}

/** The same with its place: "… at [1, 16]". */
export function syntaxErrorTextWithPlace(error: GraphQLError): string {
  const place = error.locations?.[0];
  return place === undefined
    ? syntaxErrorText(error)
    : `${syntaxErrorText(error)} at [${place.line}, ${place.column}]`;
}
