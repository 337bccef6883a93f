/** What the look of a cell depends on. */
interface LookedAtCell {
  recency: number;
  frequencyMonetary: number;
  group: string | null;
}

/** Between two cells the border is drawn by the lower and the later one. */
const neighbours = [
  { side: "top", recency: 1, frequencyMonetary: 0, isDrawnInside: true },
  { side: "end", recency: 0, frequencyMonetary: 1, isDrawnInside: false },
  { side: "bottom", recency: -1, frequencyMonetary: 0, isDrawnInside: false },
  { side: "start", recency: 0, frequencyMonetary: -1, isDrawnInside: true },
] as const;

type CellSide = (typeof neighbours)[number]["side"];

/** On which sides a cell draws the border of its region: where another group begins, and at the edge of the map. */
export function sidesAtBorder(cells: readonly LookedAtCell[], cell: LookedAtCell): CellSide[] {
  return neighbours.flatMap(({ side, recency, frequencyMonetary, isDrawnInside }) => {
    const beside = cells.find(
      (other) =>
        other.recency === cell.recency + recency &&
        other.frequencyMonetary === cell.frequencyMonetary + frequencyMonetary,
    );
    if (beside === undefined) return [side];
    return isDrawnInside && beside.group !== cell.group ? [side] : [];
  });
}

/** Below this the numbers say all, and a fill would show noise. */
const fewestForFill = 100;
const steps = 5;

/** Which step of the ramp a count is filled with: 1 for few to 5 for the most; 0 = none. */
export function fillStep(customers: number, most: number, ranked: number): number {
  if (customers === 0 || ranked < fewestForFill) return 0;
  return Math.ceil((steps * customers) / Math.max(most, 1));
}
