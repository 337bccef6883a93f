import { listCustomersToJudge, replaceInterestTraits } from "../../persistence/interest-traits.ts";
import type { Shop } from "../../persistence/shops.ts";
import { calendarDayOf, judgeInterest } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readInterestFacts } from "./read-interest-facts.ts";

const customersAtATime = 1_000;
/** Above every number of a customer. */
const lastNumber = 2n ** 63n - 1n;

/** Judges everybody of whom anything is known, a thousand at a time. Returns how many traits came or went. */
export async function judgeCustomers(app: App, shop: Shop, signal: AbortSignal): Promise<number> {
  const now = await app.now();
  const asOfDay = calendarDayOf(now, shop.timeZone);
  let changed = 0;
  let after = 0n;
  while (after < lastNumber) {
    signal.throwIfAborted();
    const ids = await listCustomersToJudge(app.db, shop.shop, after, customersAtATime);
    const facts = await readInterestFacts(app.db, shop, ids, now);
    const traits = [...facts].flatMap(([customerId, each]) =>
      judgeInterest(each, asOfDay).map(({ trait }) => ({ customerId, trait })),
    );
    // Those between them have nothing to be judged by any more.
    const last = (ids.length < customersAtATime ? null : ids.at(-1)) ?? lastNumber;
    const between = { first: after + 1n, last };
    changed += await app.db.$transaction((tx) =>
      replaceInterestTraits(tx, shop.shop, between, traits),
    );
    after = last;
  }
  return changed;
}
