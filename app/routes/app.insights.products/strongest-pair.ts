import type { NextPurchase, NextPurchasesPage } from "../../use-cases/pages/next-purchases-page.ts";

type Row = NonNullable<NextPurchasesPage["rows"]>[number];

/**
 * The pair worth saying first: something else, bought next by enough customers, by which it is likelier most, weighed by
 * how often it happened. Null when there is none that is likelier than anyway.
 */
export function strongestPair(
  rows: readonly Pick<Row, "name" | "next">[],
): { first: string; next: NextPurchase } | null {
  const pairs = rows.flatMap(({ name, next }) => next.map((each) => ({ first: name, next: each })));
  const worth = pairs.filter(({ next }) => !next.isRepeat && !next.isTooFew && next.lift > 1);
  const weightOf = ({ next }: (typeof pairs)[number]) => next.lift * next.support;
  return worth.reduce<(typeof pairs)[number] | null>(
    (best, pair) => (best === null || weightOf(pair) > weightOf(best) ? pair : best),
    null,
  );
}
