import { formatCalendarDay, groupSchemeOf, type Program } from "../../scoring/index.ts";
import type { LabelShare } from "../pages/page-words.ts";
import type { BaseInMemory } from "./base-in-memory.ts";
import type { DecidedBase } from "./decided-base.ts";
import { Largest } from "./largest.ts";
import type { FamilyPreview, LabelMove, Mover, Preview, TopTier } from "./preview-words.ts";
import { FamilyTally, matchLabels, type LabelsByRow } from "./tally-family.ts";
import { createDirections, mergeLadders } from "./tier-order.ts";

const biggestMovers = 10;

type Direction = (from: string | null, to: string | null) => LabelMove["direction"];

export interface ComparedPrograms extends Omit<Preview, "basedOn" | "writes" | "uses"> {
  /** Customers by what Shopify has to be told of them, if everything is published. */
  writers: { addTags: number; removeTags: number; setFields: number; deleteFields: number };
}

/** Everything a preview says of customers, in one pass over the base. */
export function comparePrograms(
  base: BaseInMemory,
  decided: DecidedBase,
  { live, program, asOfDay }: { live: Program; program: Program; asOfDay: number },
): ComparedPrograms {
  const { customers, windowNetMinor } = base;
  const { windowSpendMinor } = decided;
  const tiers = new FamilyTally(base.tier, decided.tier);
  const groups = new FamilyTally(base.group, decided.group);
  const sameTier = matchLabels(base.tier, decided.tier);
  const sameGroup = matchLabels(base.group, decided.group);
  const storedSales = new FamilyTally(base.tier, base.tier);
  const storedGroupSales = new FamilyTally(base.group, base.group);
  const largest = new Largest(biggestMovers);
  const writers = { addTags: 0, removeTags: 0, setFields: 0, deleteFields: 0 };
  let customersChanged = 0;

  for (let row = 0; row < customers.count; row++) {
    const fromTier = base.tier.at(row);
    const toTier = decided.tier.at(row);
    const fromGroup = base.group.at(row);
    const toGroup = decided.group.at(row);
    const spendMinor = windowSpendMinor[row] ?? 0;
    const storedMinor = windowNetMinor[row] ?? 0;
    tiers.add(fromTier, toTier, spendMinor);
    groups.add(fromGroup, toGroup, spendMinor);
    storedSales.add(fromTier, fromTier, storedMinor);
    storedGroupSales.add(fromGroup, fromGroup, storedMinor);
    const tierMoves = sameTier(fromTier) !== toTier;
    if (tierMoves) largest.offer(row, spendMinor);
    const groupMoves = sameGroup(fromGroup) !== toGroup;
    if (!tierMoves && !groupMoves) continue;
    customersChanged++;
    if ((tierMoves && toTier >= 0) || (groupMoves && toGroup >= 0)) writers.addTags++;
    if ((tierMoves && fromTier >= 0) || (groupMoves && fromGroup >= 0)) writers.removeTags++;
    if (toTier >= 0) writers.setFields++;
    else writers.deleteFields++;
  }

  const ladder = mergeLadders(live.tiers, program.tiers);
  const directionOf = createDirections(ladder);
  const tierPreview = describeFamily(
    tiers,
    storedSales,
    { live: live.tiers, program: program.tiers, order: ladder },
    directionOf,
  );
  const liveGroups = groupSchemeOf(live).groups;
  const newGroups = groupSchemeOf(program).groups;
  return {
    asOf: formatCalendarDay(asOfDay),
    rankedCustomers: decided.rankedCustomers,
    customersChanged,
    writers,
    tiers: {
      ...tierPreview,
      up: sumOf(tierPreview.moves.filter(({ direction }) => direction === "up")),
      down: sumOf(tierPreview.moves.filter(({ direction }) => direction === "down")),
    },
    groups: describeFamily(
      groups,
      storedGroupSales,
      { live: liveGroups, program: newGroups, order: mergeLadders(liveGroups, newGroups) },
      () => "sideways",
    ),
    biggestMovers: largest.rows().map((row) => moverAt(base, decided, row, directionOf)),
    held: decided.held,
    topTier: { before: topOf(tierPreview.before), after: topOf(tierPreview.after) },
  };
}

export function moverAt(
  { customers, tier }: BaseInMemory,
  decided: DecidedBase,
  row: number,
  directionOf: Direction,
): Mover {
  const from = tier.keyAt(row);
  const to = keyAt(decided.tier, row);
  return {
    customerId: String(customers.idAt(row)),
    from,
    to,
    direction: directionOf(from, to),
    windowNetMinorUnits: decided.windowSpendMinor[row] ?? 0,
  };
}

function keyAt(labels: LabelsByRow, row: number): string | null {
  return labels.keys[labels.at(row)] ?? null;
}

type Named = readonly { key: string; name: string }[];

export function describeFamily(
  tally: FamilyTally,
  stored: FamilyTally,
  { live, program, order }: { live: Named; program: Named; order: readonly string[] },
  directionOf: Direction,
): FamilyPreview {
  const cells = tally.list();
  const moves = cells.map(({ spendMinor, ...cell }) => ({
    ...cell,
    windowNetMinorUnits: spendMinor,
    direction: directionOf(cell.from, cell.to),
  }));
  const before = stored
    .list()
    .map(({ from, customers, spendMinor }) => ({ key: from, customers, spendMinor }));
  const after = cells.map(({ to, customers, spendMinor }) => ({ key: to, customers, spendMinor }));
  return {
    moves,
    changed: sumOf(moves.filter(({ from, to }) => from !== to)),
    labels: order.map((key) => labelOf(key, live, program)),
    before: sharesOf(live, before),
    after: sharesOf(program, after),
  };
}

function labelOf(key: string, live: Named, program: Named): FamilyPreview["labels"][number] {
  const former = live.find((label) => label.key === key);
  const wanted = program.find((label) => label.key === key);
  const kind = wanted === undefined ? "given-up" : former === undefined ? "new" : "kept";
  return { key, name: (wanted ?? former)?.name ?? key, kind };
}

function sharesOf(
  labels: Named,
  totals: readonly { key: string | null; customers: number; spendMinor: number }[],
): LabelShare[] {
  return labels.map(({ key, name }, rank) => {
    const own = totals.filter((total) => total.key === key);
    const windowNetMinorUnits = own.reduce((sum, { spendMinor }) => sum + spendMinor, 0);
    return { key, name, rank, customers: sumOf(own), windowNetMinorUnits };
  });
}

function topOf(shares: readonly LabelShare[]): TopTier {
  const [top] = shares;
  const sales = shares.reduce((sum, { windowNetMinorUnits }) => sum + windowNetMinorUnits, 0);
  return {
    name: top?.name ?? "",
    customers: top?.customers ?? 0,
    salesShare: sales > 0 ? (top?.windowNetMinorUnits ?? 0) / sales : null,
  };
}

function sumOf(parts: readonly { customers: number }[]): number {
  return parts.reduce((sum, { customers }) => sum + customers, 0);
}
