import { userError, type UserError } from "../mutations/user-error.ts";

const NAMESPACE_LENGTH = { min: 3, max: 255 };
const KEY_LENGTH = { min: 2, max: 64 };

/** What is wrong with the lengths of a namespace and a key. */
export function problemsWithLengths(
  namespace: string,
  key: string,
  place: readonly string[],
): UserError[] {
  return [
    ...problemsWithLength("Namespace", namespace, NAMESPACE_LENGTH, [...place, "namespace"]),
    ...problemsWithLength("Key", key, KEY_LENGTH, [...place, "key"]),
  ];
}

/** Definitions allow letters, digits, hyphens and underscores only; metafields without one allow anything. */
export function problemsWithCharacters(
  namespace: string,
  key: string,
  place: readonly string[],
): UserError[] {
  const invalid = (name: string, field: string) =>
    userError(
      [...place, field],
      `${name} contains one or more invalid characters.`,
      "INVALID_CHARACTER",
    );
  return [
    ...(/^[\w-]*$/.test(namespace) ? [] : [invalid("Namespace", "namespace")]),
    ...(/^[\w-]*$/.test(key) ? [] : [invalid("Key", "key")]),
  ];
}

function problemsWithLength(
  name: string,
  text: string,
  { min, max }: { min: number; max: number },
  field: readonly string[],
): UserError[] {
  if (text.length < min)
    return [userError(field, `${name} is too short (minimum is ${min} characters)`, "TOO_SHORT")];
  return text.length > max
    ? [userError(field, `${name} is too long (maximum is ${max} characters)`, "TOO_LONG")]
    : [];
}
