import { readHolds } from "../../persistence/label-holds.ts";
import type { App } from "../app.ts";
import { holdsOf } from "../scoring/customer-holds.ts";
import { readFormerOf, stateOf } from "../scoring/decide-customers.ts";
import { readProgramVersion } from "../scoring/live-program.ts";
import { readJudging, scoreCustomers } from "../scoring/scored-customers.ts";
import { createDistanceReader, type KeepDistance } from "./order-distances.ts";

/** What would keep each of some customers in a tier that time takes from them; others are left out. */
export async function readKeepDistances(
  app: App,
  shop: string,
  ids: readonly bigint[],
): Promise<Map<bigint, KeepDistance>> {
  const judging = await readJudging(app.db, shop, await app.now());
  if (judging === null || ids.length === 0) return new Map();
  const scored = await scoreCustomers(app.db, judging, ids);
  const { customerIds } = scored;
  const former = await readFormerOf(app.db, shop, customerIds);
  const distancesOf = createDistanceReader(
    judging,
    scored,
    await readProgramVersion(app.db, shop, judging.programVersion),
    stateOf(former, judging.program),
    holdsOf(await readHolds(app.db, shop, customerIds), customerIds),
  );
  return new Map(
    customerIds.flatMap((customerId, row) => {
      const { toKeep } = distancesOf(row);
      return toKeep === null ? [] : [[customerId, toKeep] as const];
    }),
  );
}
