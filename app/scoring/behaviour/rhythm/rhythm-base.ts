import { growingDoubles } from "../growing-column.ts";
import { medianOfSorted } from "../median.ts";
import type { Visits } from "../visits.ts";
import type { Lateness, MeasuredGaps } from "./lateness.ts";
import { measureLateness, shorterPercentOf } from "./lateness.ts";
import { ownGapsAt } from "./own-rhythm.ts";
import type { ShopCycles } from "./shop-cycles.ts";
import { measureCycles } from "./shop-cycles.ts";

/** What customers are judged by: plain JSON, stored with a calibration. */
export type RhythmBase = {
  cycles: ShopCycles;
  /** Of gaps measured by the customer's own rhythm, and by the shop's. */
  byOwn: Lateness;
  byShop: Lateness;
};

/**
 * Measures the rhythm of a base at a date. `visits`: with product types as their items (or none), up to `asOfDay`.
 *
 * Every gap is put in relation to what was usual on the day it began, as one would have judged it then: to the median of
 * the customer's own gaps before it when there were three, otherwise to the shop's cycle. The last gap of each customer
 * is still open. Time: a few steps per visit.
 */
export function measureRhythm(visits: Visits, asOfDay: number): RhythmBase {
  const cycles = measureCycles(visits);
  const cycleAt = createCycleFinder(visits, cycles);
  const byOwn = { ended: new GapColumns(), open: new GapColumns() };
  const byShop = { ended: new GapColumns(), open: new GapColumns() };
  const { customerCount, offsets, day } = visits;
  for (let customer = 0; customer < customerCount; customer++) {
    const first = offsets[customer] ?? 0;
    const last = (offsets[customer + 1] ?? 0) - 1;
    for (let visit = first; visit <= last; visit++) {
      const state = visit === last ? "open" : "ended";
      const until = visit === last ? asOfDay : (day[visit + 1] ?? 0);
      const gapDays = until - (day[visit] ?? 0);
      const ownGaps = ownGapsAt(day, first, visit);
      if (ownGaps.length > 0)
        byOwn[state].add(gapDays / medianOfSorted(ownGaps), shorterPercentOf(ownGaps, gapDays));
      else byShop[state].add(gapDays / cycleAt(visit).cycleDays, 100);
    }
  }
  return {
    cycles,
    byOwn: measureLateness(byOwn.ended.measured(), byOwn.open.measured()),
    byShop: measureLateness(byShop.ended.measured(), byShop.open.measured()),
  };
}

class GapColumns {
  readonly #ratio = growingDoubles();
  readonly #shorterPercent = growingDoubles();

  add(ratio: number, shorterPercent: number): void {
    this.#ratio.push(ratio);
    this.#shorterPercent.push(shorterPercent);
  }

  measured(): MeasuredGaps {
    return { ratio: this.#ratio.toColumn(), shorterPercent: this.#shorterPercent.toColumn() };
  }
}

/** The shop's cycle that holds after a visit: `type` is `null` when it is that of the whole shop. */
export type CycleAfter = { cycleDays: number; gaps: number; type: string | null };

/** What runs out first brings people back: of the types in a visit the one with the shortest cycle holds. */
export function createCycleFinder(
  visits: Visits,
  cycles: ShopCycles,
): (visit: number) => CycleAfter {
  const { itemOffsets, item, itemKeys } = visits;
  const ofShop = { cycleDays: cycles.shop.cycleDays, gaps: cycles.shop.gaps, type: null };
  // The types of the base come shortest cycle first, so the lower place is the one that holds.
  const placeByType = new Map(cycles.types.map(({ type }, place) => [type, place]));
  const places = itemKeys.map((key) => placeByType.get(key) ?? Infinity);
  return (visit) => {
    let place = Infinity;
    const end = itemOffsets[visit + 1] ?? 0;
    for (let position = itemOffsets[visit] ?? 0; position < end; position++)
      place = Math.min(place, places[item[position] ?? 0] ?? Infinity);
    return cycles.types[place] ?? ofShop;
  };
}
