import type { CustomerTotals, GroupMapPage } from "../../use-cases/pages/group-map-page.ts";

/** What the side card is about. */
export type Selection =
  { kind: "group"; key: string } | { kind: "cell"; recency: number; frequencyMonetary: number };

export type GroupTotals = { key: string; name: string } & CustomerTotals;

/** Every group of the program with its customers, in the program's order. */
export function totalsOfGroups({ groups, cells }: GroupMapPage): GroupTotals[] {
  return groups.map(({ key, name }) => ({
    key,
    name,
    ...sumUp(cells.flatMap((cell) => cell.groups.filter((each) => each.key === key))),
  }));
}

export function largestOf(groups: readonly GroupTotals[]): GroupTotals | null {
  const [largest] = [...groups].sort((a, b) => b.customers - a.customers);
  return largest !== undefined && largest.customers > 0 ? largest : null;
}

/** Who is selected, summed up. */
export function totalsOfSelection({ cells }: GroupMapPage, selection: Selection): CustomerTotals {
  return sumUp(
    cells.flatMap((cell) =>
      selection.kind === "group"
        ? cell.groups.filter(({ key }) => key === selection.key)
        : cell.recency === selection.recency &&
            cell.frequencyMonetary === selection.frequencyMonetary
          ? cell.groups
          : [],
    ),
  );
}

function sumUp(parts: readonly CustomerTotals[]): CustomerTotals {
  const total = {
    customers: 0,
    windowNetMinorUnits: 0,
    countedOrders: 0,
    daysSinceLastOrder: 0,
  };
  for (const part of parts) {
    total.customers += part.customers;
    total.windowNetMinorUnits += part.windowNetMinorUnits;
    total.countedOrders += part.countedOrders;
    total.daysSinceLastOrder += part.daysSinceLastOrder;
  }
  return total;
}
