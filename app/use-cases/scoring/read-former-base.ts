import { readFormerStandings } from "../../persistence/base-standings.ts";
import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../../persistence/database.ts";
import type { StandingFigures } from "../../persistence/standings.ts";
import {
  emptyPolicyState,
  groupSchemeOf,
  never,
  writeHeldBy,
  type PolicyState,
  type Program,
} from "../../scoring/index.ts";
import { LabelNumbers } from "./label-numbers.ts";
import type { OrderFigures } from "./standing-at.ts";

/** How everybody stood before a run, by row of the scored customers. */
export interface FormerBase {
  /** 1 = has a standing. */
  stood: Uint8Array;
  /** 1 = what follows from the orders alone, value left out, is not as it was. */
  otherwise: Uint8Array;
  /** Counted orders or spend against what they were: −1 less, 1 a new order, 0 as before. */
  bought: Int8Array;
  valueE4: Int32Array;
  /** 1 = the value is another one. */
  valueMoved: Uint8Array;
  /** What the policy had made of them, in the places of the program now. */
  state: PolicyState;
  tiers: LabelNumbers;
  groups: LabelNumbers;
  /** Labels and automatic tier by the numbers of `tiers` and `groups`. */
  tier: Int32Array;
  group: Int32Array;
  autoTier: Int32Array;
  nextDay: Int32Array;
  nextTier: Int32Array;
  nextGroup: Int32Array;
  dueDay: Int32Array;
  /** Customers of whom no order is left, by the rows they got, as long as anything is stored of them but that. */
  gone: Map<number, StandingFigures>;
}

/**
 * Reads how everybody stood, beside what their orders come to now. Customers without an order any more get rows of their
 * own in `customers`.
 */
export async function readFormerBase(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  figuresAt: (row: number) => OrderFigures,
  program: Program,
): Promise<FormerBase> {
  const count = customers.count;
  const days = () => new Int32Array(count).fill(never);
  const numbers = () => new Int32Array(count).fill(-1);
  const tiers = new LabelNumbers(program.tiers);
  const groups = new LabelNumbers(groupSchemeOf(program).groups);
  const state = emptyPolicyState(count);
  const former: FormerBase = {
    stood: new Uint8Array(count),
    otherwise: new Uint8Array(count),
    bought: new Int8Array(count),
    valueE4: new Int32Array(count),
    valueMoved: new Uint8Array(count),
    state,
    tiers,
    groups,
    tier: numbers(),
    group: numbers(),
    autoTier: numbers(),
    nextDay: days(),
    nextTier: numbers(),
    nextGroup: numbers(),
    dueDay: days(),
    gone: new Map(),
  };
  await readFormerStandings(db, tx, shop, customers, (row, stood) => {
    if (row >= count) {
      if (stood.countedOrders > 0 || stood.tier !== null || stood.group !== null)
        former.gone.set(row, stood);
      return;
    }
    const now = figuresAt(row);
    former.stood[row] = 1;
    if (!isSameButForValue(stood, now)) former.otherwise[row] = 1;
    former.bought[row] = boughtSince(stood, now);
    former.valueE4[row] = stood.valueE4;
    if (stood.valueE4 !== now.valueE4) former.valueMoved[row] = 1;
    former.tier[row] = tiers.of(stood.tier);
    former.group[row] = groups.of(stood.group);
    former.autoTier[row] = tiers.of(stood.autoTier);
    former.nextDay[row] = stood.nextChangeDay ?? never;
    former.nextTier[row] = tiers.of(stood.nextTier);
    former.nextGroup[row] = groups.of(stood.nextGroup);
    former.dueDay[row] = stood.dueDay ?? never;
    state.autoTier[row] = tiers.placeOf(stood.autoTier);
    state.sinceDay[row] = stood.tierSinceDay ?? never;
    state.belowFromDay[row] = stood.belowFromDay ?? never;
    state.heldBy[row] = writeHeldBy(stood.heldBy);
  });
  return former;
}

/** −1: an order was refunded, cancelled or edited away; 1: there is a new one. */
export function boughtSince(
  former: { countedOrders: number; netMinorUnits: number | bigint; lastOrderAtMs: number | null },
  now: Pick<OrderFigures, "countedOrders" | "netMinorUnits" | "lastOrderAtMs">,
): -1 | 0 | 1 {
  if (now.countedOrders < former.countedOrders || now.netMinorUnits < former.netMinorUnits)
    return -1;
  const isLater = (now.lastOrderAtMs ?? 0) > (former.lastOrderAtMs ?? 0);
  return isLater || now.countedOrders > former.countedOrders ? 1 : 0;
}

function isSameButForValue(former: OrderFigures, now: OrderFigures): boolean {
  return (
    former.stage === now.stage &&
    former.recencyScore === now.recencyScore &&
    former.frequencyScore === now.frequencyScore &&
    former.monetaryScore === now.monetaryScore &&
    former.countedOrders === now.countedOrders &&
    former.netMinorUnits === now.netMinorUnits &&
    former.windowOrders === now.windowOrders &&
    former.windowNetMinorUnits === now.windowNetMinorUnits &&
    former.lastOrderAtMs === now.lastOrderAtMs
  );
}
