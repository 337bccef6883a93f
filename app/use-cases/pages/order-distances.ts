import {
  explainDistances,
  formatCalendarDay,
  type Distance,
  type Hold,
  type PolicyState,
} from "../../scoring/index.ts";
import type { LiveProgram } from "../scoring/live-program.ts";
import type { Judging, ScoredCustomers } from "../scoring/scored-customers.ts";

/** The smallest single order that reaches or keeps a tier, at the stored cut-offs. Days are YYYY-MM-DD in shop time. */
export interface OrderDistance {
  tier: { key: string; name: string };
  /** The day the order would be placed on. */
  orderOn: string;
  distance: Distance;
}

/** What keeps a tier that is lost by time alone on a day. */
export interface KeepDistance extends OrderDistance {
  lostOn: string;
}

export interface OrderDistances {
  /** To the next tier; null in the highest. */
  toEnter: OrderDistance | null;
  /** To keep the tier that time takes; null when it does not. */
  toKeep: KeepDistance | null;
}

/** How far scored customers are from the next tier and from losing theirs, by row. */
export function createDistanceReader(
  { calibration, day, program, outlook }: Judging,
  { frame }: ScoredCustomers,
  { tiers }: LiveProgram,
  state: PolicyState,
  holds: ReadonlyMap<number, Hold[]>,
): (row: number) => OrderDistances {
  return (row) => {
    const { up, keep } = explainDistances({
      ...{ calibration, day, program, outlook, frame, state, customer: row },
      holds: holds.get(row) ?? [],
    });
    return {
      toEnter: up && describe(up),
      toKeep: keep && { ...describe(keep), lostOn: formatCalendarDay(keep.lostOnDay) },
    };
  };

  function describe(found: { tier: number; orderDay: number; distance: Distance }): OrderDistance {
    const tier = tiers[found.tier];
    return {
      tier: { key: tier?.key ?? "", name: tier?.name ?? "" },
      orderOn: formatCalendarDay(found.orderDay),
      distance: found.distance,
    };
  }
}
