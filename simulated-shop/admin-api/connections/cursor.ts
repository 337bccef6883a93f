import { GraphQLError } from "graphql";
import { z } from "zod";

/** A row's place in a sorted list. */
export type CursorKey = { readonly id: number; readonly value: string | number };

/**
 * How a key's value is written: as it is; an id as text; a moment as the database prints it, "2026-04-24
 * 23:51:30.272000" (a search writes milliseconds instead, which is "plain").
 */
export type CursorStyle = "plain" | "id" | "moment";

const cursorSchema = z.object({
  last_id: z.number(),
  last_value: z.union([z.string(), z.number()]),
});

/** Base64 of JSON with the keys Shopify's own cursors have. Opaque to clients. */
export function encodeCursor({ id, value }: CursorKey, style: CursorStyle = "plain"): string {
  const text = JSON.stringify({ last_id: id, last_value: writeValue(value, style) });
  return Buffer.from(text).toString("base64");
}

/** Errors: a text that is no cursor of ours, or one of a list sorted by something else. */
export function decodeCursor(cursor: string, style: CursorStyle = "plain"): CursorKey {
  const decoded = parseCursor(cursor);
  if (decoded === null) throw invalidCursor();
  const { last_id: id, last_value: written } = decoded;
  const value = style === "plain" ? written : readNumber(written, style);
  if (typeof value === "number" && Number.isNaN(value)) throw invalidCursor();
  return { id, value };
}

export function invalidCursor(): GraphQLError {
  return new GraphQLError("Invalid cursor for current pagination sort.", {
    extensions: { code: "BAD_REQUEST" },
  });
}

function parseCursor(cursor: string): z.infer<typeof cursorSchema> | null {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64").toString("utf8")));
  } catch {
    return null;
  }
}

function writeValue(value: string | number, style: CursorStyle): string | number {
  if (style === "id") return String(value);
  if (style === "moment" && typeof value === "number")
    return `${new Date(value).toISOString().slice(0, -1).replace("T", " ")}000`;
  return value;
}

function readNumber(written: string | number, style: "id" | "moment"): number {
  if (typeof written === "number") return written;
  if (style === "id") return /^\d+$/.test(written) ? Number(written) : Number.NaN;
  return Date.parse(`${written.replace(" ", "T").slice(0, 23)}Z`);
}
