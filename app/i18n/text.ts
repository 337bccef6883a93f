import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "./languages.ts";
import type { MessageKey, EnglishMessages } from "./en/catalog.ts";
import type { MessageArguments } from "./message-arguments.ts";

export type ArgumentsOf<Key extends MessageKey> = MessageArguments<EnglishMessages[Key]>;

/** Keys of messages that stand alone: what a table from a state to its word may hold. */
export type PlainMessageKey = {
  [Key in MessageKey]: keyof ArgumentsOf<Key> extends never ? Key : never;
}[MessageKey];

/** Says one sentence of the catalog. Values are needed exactly when the sentence has placeholders. */
export type Text = <Key extends MessageKey>(
  key: Key,
  ...values: keyof ArgumentsOf<Key> extends never ? [] : [ArgumentsOf<Key>]
) => string;

/** A `Text` for one language. Messages are parsed at their first use and kept. */
export function textIn({ locale, messages }: Pick<Language, "locale" | "messages">): Text {
  const parsed = new Map<MessageKey, IntlMessageFormat>();

  function messageOf(key: MessageKey): IntlMessageFormat {
    const known = parsed.get(key);
    if (known) return known;
    // Sentences never carry markup, so "<" is only a character.
    const message = new IntlMessageFormat(messages[key], locale, undefined, { ignoreTag: true });
    parsed.set(key, message);
    return message;
  }

  return function text(key, ...values) {
    return String(messageOf(key).format(values[0]));
  };
}
