import { z } from "zod";

const quantile = z.strictObject({ kind: z.literal("quantile") });
const naturalBreaks = z.strictObject({ kind: z.literal("natural-breaks") });

/** One boundary fewer than there are levels; how many that is, is checked with the program. */
function boundaries<Boundary extends z.ZodType>(boundary: Boundary) {
  return z.array(boundary).min(2, "must be two numbers or more").max(9, "must be nine or fewer");
}

const days = z.int("must be whole days").min(0, "must be 0 or more").max(36_500, "is too long ago");
const orders = z.int("must be whole orders").min(1, "must be 1 or more");
/** Which currency it is in, and so how many decimals it may have, is checked with the program. */
export const amountText = z
  .string('must be an amount as text, like "49.90"')
  .regex(/^\d{1,13}(\.\d{1,4})?$/, 'must be an amount as text, like "49.90"');

const kindError = 'must have a kind: "quantile", "fixed" or "natural-breaks"';

/** Where the scores of each metric begin; a metric that is left out has quantiles. */
export const cutPointsSchema = z.strictObject({
  recency: z
    .discriminatedUnion(
      "kind",
      [
        quantile,
        naturalBreaks,
        /** Best first: the highest score takes whoever bought within the first number of days. */
        z.strictObject({ kind: z.literal("fixed"), daysAtMost: boundaries(days) }),
      ],
      kindError,
    )
    .optional(),
  frequency: z
    .discriminatedUnion(
      "kind",
      [
        quantile,
        naturalBreaks,
        /** Lowest first: score 2 begins at the first number of orders in the window. */
        z.strictObject({ kind: z.literal("fixed"), ordersAtLeast: boundaries(orders) }),
      ],
      kindError,
    )
    .optional(),
  monetary: z
    .discriminatedUnion(
      "kind",
      [
        quantile,
        naturalBreaks,
        /** Lowest first: score 2 begins at the first amount in the window, in the program's currency. */
        z.strictObject({ kind: z.literal("fixed"), spendAtLeast: boundaries(amountText) }),
      ],
      kindError,
    )
    .optional(),
});
