import { z } from "zod";

/** What is left out is as in `netMoney`. */
const statedRules = z.strictObject({
  /** Taxes, whether prices contain them or they come on top. */
  taxes: z.boolean("must be true or false").default(true),
  /** Shipping, with its tax where taxes are in. */
  shipping: z.boolean("must be true or false").default(true),
  /** Tips, duties and fees. */
  extras: z.boolean("must be true or false").default(true),
  /** Gift cards sold: what is bought with one counts in any case. */
  giftCards: z.boolean("must be true or false").default(true),
  /** Ignored: an order counts with what it came to, whatever was given back. */
  refunds: z
    .enum(["subtracted", "ignored"], 'must be "subtracted" or "ignored"')
    .default("subtracted"),
  /** Do cancelled orders count, with what of them was kept? */
  cancelled: z.boolean("must be true or false").default(false),
  test: z.boolean("must be true or false").default(false),
});

/** What of an order is money, and which orders have any. */
export type MoneyRules = z.infer<typeof statedRules>;

/** Total less refunds; cancelled and test orders do not count. */
export const netMoney: MoneyRules = statedRules.parse({});

export const moneySchema = z
  .union([z.literal("net"), statedRules], {
    error: (issue) =>
      typeof issue.input === "object" && issue.input !== null
        ? undefined
        : 'must be "net", or what is in it, like {"taxes": false}',
  })
  .default("net");

export type MoneyDefinition = z.infer<typeof moneySchema>;

export function moneyRulesOf({ money }: { money: MoneyDefinition }): MoneyRules {
  return money === "net" ? netMoney : money;
}

/** The shortest that means the same: two programs of the same rules are the same text. */
export function moneyDefinitionOf(rules: MoneyRules): MoneyDefinition {
  const inOrder = statedRules.parse(rules);
  return JSON.stringify(inOrder) === JSON.stringify(netMoney) ? "net" : inOrder;
}

/** Whether more must be known of an order than its total and what was given back. */
export function needsParts({ taxes, shipping, extras, giftCards }: MoneyRules): boolean {
  return !(taxes && shipping && extras && giftCards);
}
