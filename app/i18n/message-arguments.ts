/**
 * Reads the placeholders of an ICU message at type level, so that a call with a missing or misspelt value does not compile.
 * `{name}` takes a string that is already formatted, `{n, number}` and `{n, plural, …}` a number, `{x, select, …}` a string.
 */

/** The text up to the first brace, which brace it is, and the rest. */
type FirstBrace<Text extends string> = Text extends `${infer BeforeOpen}{${infer AfterOpen}`
  ? BeforeOpen extends `${string}}${string}`
    ? Text extends `${infer BeforeClose}}${infer AfterClose}`
      ? { brace: "}"; before: BeforeClose; after: AfterClose }
      : never
    : { brace: "{"; before: BeforeOpen; after: AfterOpen }
  : Text extends `${infer BeforeClose}}${infer AfterClose}`
    ? { brace: "}"; before: BeforeClose; after: AfterClose }
    : { brace: "none" };

type Trimmed<Text extends string> = Text extends ` ${infer Rest}`
  ? Trimmed<Rest>
  : Text extends `${infer Rest} `
    ? Trimmed<Rest>
    : Text;

type ValueOf<Kind extends string> = Kind extends "plural" | "selectordinal" | "number"
  ? number
  : string;

/** What is written between an opening brace and the next one: a whole argument, or the head of one with branches. */
type ArgumentHead<Head extends string> = Head extends `${infer Name},${infer Kind},${string}`
  ? { [Key in Trimmed<Name>]: ValueOf<Trimmed<Kind>> }
  : Head extends `${infer Name},${infer Kind}`
    ? { [Key in Trimmed<Name>]: ValueOf<Trimmed<Kind>> }
    : { [Key in Trimmed<Head>]: string };

/** Walks the braces. The stack says where we are: in a sentence, or between the branches of a plural or select. */
type Walk<Text extends string, Stack extends ("sentence" | "branches")[], Found> =
  FirstBrace<Text> extends infer Split
    ? Split extends { brace: "{"; after: infer After extends string }
      ? Stack extends ["branches", ...("sentence" | "branches")[]]
        ? Walk<After, ["sentence", ...Stack], Found>
        : FirstBrace<After> extends {
              brace: infer Next;
              before: infer Head extends string;
              after: infer Rest extends string;
            }
          ? Next extends "}"
            ? Walk<Rest, Stack, Found & ArgumentHead<Head>>
            : Walk<`{${Rest}`, ["branches", ...Stack], Found & ArgumentHead<Head>>
          : Found
      : Split extends { brace: "}"; after: infer After extends string }
        ? Stack extends [unknown, ...infer Outer extends ("sentence" | "branches")[]]
          ? Walk<After, Outer, Found>
          : Found
        : Found
    : Found;

/** The values a message needs, `{}` for a message without placeholders. */
export type MessageArguments<Message extends string> =
  Walk<Message, [], unknown> extends infer Found ? { [Key in keyof Found]: Found[Key] } : never;
