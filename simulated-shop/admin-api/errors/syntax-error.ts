import { getLocation, Lexer, TokenKind, type GraphQLError, type Source, type Token } from "graphql";

/** A parse error in graphql-ruby's words: "syntax error, unexpected end of file". */
export function syntaxErrorText(error: GraphQLError): string {
  const found = /(?:Unexpected|found) (<EOF>|.+?)\.?$/.exec(error.message)?.[1] ?? error.message;
  return `syntax error, unexpected ${found === "<EOF>" ? "end of file" : found}`;
}

/** The same with its place: "… at [1, 16]". */
export function syntaxErrorTextWithPlace(error: GraphQLError): string {
  const position = syntaxErrorPosition(error);
  if (error.source === undefined || position === undefined) return syntaxErrorText(error);
  const { line, column } = getLocation(error.source, position);
  return `${syntaxErrorText(error)} at [${line}, ${column}]`;
}

/** Where graphql-ruby sees the error: a text that ends too early is told of at its last word, not behind it. */
export function syntaxErrorPosition({
  message,
  source,
  positions,
}: GraphQLError): number | undefined {
  const position = positions?.[0];
  if (source === undefined || position === undefined || !message.endsWith("<EOF>."))
    return position;
  return lastTokenOf(source)?.start ?? position;
}

function lastTokenOf(source: Source): Token | null {
  const lexer = new Lexer(source);
  let token = lexer.advance();
  let last: Token | null = null;
  while (token.kind !== TokenKind.EOF) {
    last = token;
    token = lexer.advance();
  }
  return last;
}
