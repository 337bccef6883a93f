import { rankColumn } from "../../cut-points/rank-column.ts";
import type { PurchaseDays } from "../purchase-days.ts";

/**
 * What anybody can do without a model: rank by how lately and how often a customer bought, each by its place among all.
 * On published data this tells buyers from others about as well as the models do, so it is the rule to beat.
 *
 *     less(last purchase) + less(number of purchases)
 *
 * with `less` the customers strictly behind. Example: of three different customers the one who bought last and most often
 * gets 2 + 2.
 */
export function rankByRecencyAndFrequency({
  repeats,
  lastAt,
  observed,
}: PurchaseDays): Float64Array {
  const { less: byRecency } = rankColumn(lastAt.map((last, row) => last - (observed[row] ?? 0)));
  const { less: byFrequency } = rankColumn(repeats);
  return Float64Array.from(byRecency, (less, row) => less + (byFrequency[row] ?? 0));
}
