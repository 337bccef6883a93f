import type { FieldNode } from "graphql";

// Reading an executed answer, for its actual cost.

/** What an answer holds under a field, whatever its alias; null for nothing. */
export function valueIn(value: unknown, field: FieldNode): unknown {
  if (typeof value !== "object" || value === null) return null;
  return Reflect.get(value, field.alias?.value ?? field.name.value) ?? null;
}

/** A list's first item that is there, or the value itself. */
export function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value.find((item) => item !== null) ?? null) : value;
}

/** Rows of a page by what was selected of it: `nodes` or `edges`, under whatever alias. */
export function countRows(connection: unknown): number {
  if (typeof connection !== "object" || connection === null) return 0;
  return Math.max(
    0,
    ...Object.values(connection).map((value) => (Array.isArray(value) ? value.length : 0)),
  );
}
