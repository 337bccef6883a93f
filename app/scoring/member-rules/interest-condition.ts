import { z } from "zod";
import { interestTraitKeys } from "../behaviour/interest/interest-facts.ts";

/** Whether somebody is interested in something, or abandons carts, as of the last look at counts and checkouts. */
export const interestCondition = z.strictObject({
  kind: z.literal("interest"),
  is: z.boolean("must be true or false"),
  trait: z.enum(interestTraitKeys, "must be interested or abandons-carts"),
});
