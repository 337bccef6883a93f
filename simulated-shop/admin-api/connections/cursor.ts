import { GraphQLError } from "graphql";
import { z } from "zod";

/** A row's place in a sorted list. */
export type CursorKey = { readonly id: number; readonly value: string | number };

const cursorSchema = z.object({
  last_id: z.number(),
  last_value: z.union([z.string(), z.number()]),
});

/** Base64 of JSON with the keys Shopify's own cursors have. Opaque to clients. */
export function encodeCursor({ id, value }: CursorKey): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: value })).toString("base64");
}

export function decodeCursor(cursor: string): CursorKey {
  try {
    const { last_id: id, last_value: value } = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, "base64").toString("utf8")),
    );
    return { id, value };
  } catch {
    throw new GraphQLError(`Invalid cursor for current pagination sort.`, {
      extensions: { code: "BAD_REQUEST" },
    });
  }
}
