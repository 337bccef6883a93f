import type { MovementPage, MovedCount } from "../../use-cases/pages/movement-page.ts";
import type { Period } from "../../use-cases/pages/movement-period.ts";
import { movedParameters } from "../app.customers._index/moved-parameters.ts";

/** The list of the customers in a cell. */
export function customersWhoMoved(
  family: MovementPage["family"],
  { fromKey, toKey }: Pick<MovedCount, "fromKey" | "toKey">,
  period: Period,
): string {
  return `/app/customers?${movedParameters({ family, fromKey, toKey, ...period })}`;
}
