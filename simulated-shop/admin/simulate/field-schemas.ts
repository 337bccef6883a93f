import { z } from "zod";
import { parseGid } from "../../world/gid.ts";

/** 123, "123" or "gid://shopify/Customer/123" → 123. */
export const idField = z.union([z.int().positive(), z.string()]).transform((given, context) => {
  const id = typeof given === "number" ? given : (parseGid(given)?.id ?? Number(given));
  if (Number.isSafeInteger(id) && id > 0) return id;
  context.addIssue(`${String(given)} is not an id`);
  return z.NEVER;
});

/** A decimal amount in the shop's currency: 12.5, "12.50". */
export const amountField = z.union([z.string(), z.number()]);

/** true, "true", "on" and "1" are yes. */
export const yesField = z
  .union([z.boolean(), z.enum(["true", "on", "1", "false", "0"])])
  .transform((given) => given === true || given === "true" || given === "on" || given === "1");

/** "a, b" or ["a", "b"]. */
export const tagsField = z.union([z.string().transform((list) => [list]), z.array(z.string())]);

/** Lines of an order and a quantity of each. A form sends every line, most of them without a quantity. */
export const changedLinesField = z
  .array(
    z.object({
      lineItemId: idField,
      quantity: z.coerce.number().int().min(0).max(10_000).optional(),
    }),
  )
  .transform((lines) =>
    lines.flatMap(({ lineItemId, quantity }) =>
      quantity === undefined ? [] : [{ lineItemId, quantity }],
    ),
  );
