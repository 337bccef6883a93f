import type { Baskets } from "../baskets.ts";
import type { Visits } from "../visits.ts";
import { confidenceOf, isRemarkable, leastPurchases, leastVisits, shareOf } from "./evidence.ts";
import type { TraitResult } from "./trait.ts";

/** Bought within a month of its launch is early. */
const earlyDays = 30;
/** What is first sold right after the data begin was probably there before. */
const unknownLaunchDays = 60;

/** Of fewer purchases the base's share says nothing. */
const leastBasePurchases = 30;

/**
 * Purchases (product and visit) of one customer, or of the base. `seen[k]` and `firstTime[k]`: of visits before which
 * the customer had 2^k to 2^(k+1) − 1 products: the more somebody has, the less is new.
 */
export type Novelty = {
  visits: number;
  seen: number[];
  firstTime: number[];
  datedPurchases: number;
  early: number;
};

export type NoveltyBase = Omit<Novelty, "visits"> & {
  /** From this day on launches are known. */
  datedFromDay: number;
};

/** Counts customers one after the other; remembers per product in which round it was seen, so nothing is cleared between. */
export function createNoveltyCounter(
  baskets: Baskets,
  visits: Visits,
  datedFromDay: number,
): (customer: number) => Novelty {
  const seenInRound = new Uint32Array(visits.itemKeys.length);
  let round = 0;
  const { offsets, day, itemOffsets, item } = visits;
  const { launchDay } = baskets.products;
  return (customer) => {
    const first = offsets[customer] ?? 0;
    const end = offsets[customer + 1] ?? 0;
    const novelty: Novelty = {
      visits: end - first,
      seen: [],
      firstTime: [],
      datedPurchases: 0,
      early: 0,
    };
    let owned = 0;
    round++;
    for (let visit = first; visit < end; visit++) {
      const bucket = owned === 0 ? -1 : Math.floor(Math.log2(owned));
      const visitDay = day[visit] ?? 0;
      const isDated = visitDay >= datedFromDay;
      let added = 0;
      const itemEnd = itemOffsets[visit + 1] ?? 0;
      for (let position = itemOffsets[visit] ?? 0; position < itemEnd; position++) {
        const product = item[position] ?? 0;
        const launched = launchDay[product] ?? 0;
        if (seenInRound[product] !== round) added++;
        seenInRound[product] = round;
        if (isDated && launched >= datedFromDay && visitDay - launched <= earlyDays)
          novelty.early++;
      }
      const purchases = itemEnd - (itemOffsets[visit] ?? 0);
      if (isDated) novelty.datedPurchases += purchases;
      if (bucket >= 0) {
        addAt(novelty.seen, bucket, purchases);
        addAt(novelty.firstTime, bucket, added);
      }
      owned += added;
    }
    return novelty;
  };
}

export function measureNovelty(baskets: Baskets, visits: Visits): NoveltyBase {
  let firstDay = Infinity;
  for (const day of visits.day) firstDay = Math.min(firstDay, day);
  const datedFromDay = firstDay === Infinity ? 0 : firstDay + unknownLaunchDays;
  const base: NoveltyBase = { seen: [], firstTime: [], datedPurchases: 0, early: 0, datedFromDay };
  const count = createNoveltyCounter(baskets, visits, datedFromDay);
  for (let customer = 0; customer < visits.customerCount; customer++) {
    const novelty = count(customer);
    novelty.seen.forEach((seen, bucket) => {
      addAt(base.seen, bucket, seen);
    });
    novelty.firstTime.forEach((firstTime, bucket) => {
      addAt(base.firstTime, bucket, firstTime);
    });
    base.datedPurchases += novelty.datedPurchases;
    base.early += novelty.early;
  }
  return base;
}

/**
 * Novelty-seeker: buys what they never bought before more often than customers do who have as many products, or buys
 * within 30 days of a launch more often than the base. From three visits with five purchases after the first on.
 *
 * Example: where half of later purchases are first ones, 8 of 8 → shown: two questions were asked, so the confidence is
 * 1 − 2 · .5⁸ = .992.
 */
export function judgeNoveltySeeker(novelty: Novelty, base: NoveltyBase): TraitResult {
  const trait = "novelty-seeker";
  const purchases = sumOf(novelty.seen);
  if (novelty.visits < leastVisits) {
    const missing = { what: "visits", needs: leastVisits, has: novelty.visits } as const;
    return { kind: "not-enough-history", trait, missing };
  }
  if (purchases < leastPurchases) {
    const missing = { what: "purchases", needs: leastPurchases, has: purchases } as const;
    return { kind: "not-enough-history", trait, missing };
  }
  const { datedPurchases, early } = novelty;
  const firstTime = sumOf(novelty.firstTime);
  const firstTimeShare = firstTime / purchases;
  const baseFirstTimeShare = expectedShare(novelty.seen, base);
  const earlyShare = shareOf(early, datedPurchases);
  const baseEarlyShare = shareOf(base.early, base.datedPurchases);
  const evidence = {
    trait,
    purchases,
    firstTime,
    firstTimeShare,
    baseFirstTimeShare,
    datedPurchases,
    early,
    earlyDays,
    earlyShare,
    baseEarlyShare,
  } as const;
  const ofFirst = confidenceOf(
    { successes: firstTime, trials: purchases, baseShare: baseFirstTimeShare },
    2,
  );
  const ofEarly = confidenceOf(
    { successes: early, trials: datedPurchases, baseShare: baseEarlyShare },
    2,
  );
  const isShown =
    isRemarkable(ofFirst, firstTime, firstTimeShare, baseFirstTimeShare) ||
    isRemarkable(ofEarly, early, earlyShare, baseEarlyShare);
  const confidence = Math.max(ofFirst, ofEarly);
  return { kind: isShown ? "shown" : "not-shown", trait, evidence, confidence };
}

/**
 * The mean of the base's shares at the numbers of products the customer had. A share never rises with them: those who
 * have most are those who look for novelty, and would be measured by themselves.
 */
function expectedShare(seen: readonly number[], base: NoveltyBase): number {
  let usual = shareOf(sumOf(base.firstTime), sumOf(base.seen));
  let isKnown = false;
  let expected = 0;
  seen.forEach((purchases, bucket) => {
    const ofBase = base.seen[bucket] ?? 0;
    if (ofBase >= leastBasePurchases) {
      const share = (base.firstTime[bucket] ?? 0) / ofBase;
      usual = isKnown ? Math.min(usual, share) : share;
      isKnown = true;
    }
    expected += purchases * usual;
  });
  return Math.min(1, shareOf(expected, sumOf(seen)));
}

function addAt(counts: number[], index: number, added: number): void {
  while (counts.length <= index) counts.push(0);
  counts[index] = (counts[index] ?? 0) + added;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
