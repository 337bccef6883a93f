import type { ScoreRange } from "./group-rule.ts";

/** A cell of the R × FM grid. */
export type MapCell = { recency: number; frequencyMonetary: number };

/** What the check needs of a map. */
export type MappedGroup = {
  key: string;
  areas: readonly { recency: ScoreRange; frequencyMonetary: ScoreRange }[];
};

/** `sound`: the areas tile the grid, no gap and no overlap. */
export type GroupMapCheck =
  | { kind: "sound" }
  | {
      kind: "unsound";
      cellsWithoutGroup: MapCell[];
      /** A group that covers a cell twice is named twice. */
      cellsWithSeveralGroups: (MapCell & { groups: string[] })[];
      /** Positions of areas that go beyond the grid. */
      areasOutside: { group: number; area: number }[];
    };

/** Proves a map of R × FM by visiting each cell of the `levels` × `levels` grid. */
export function checkGroupMap(
  { groups }: { groups: readonly MappedGroup[] },
  levels: number,
): GroupMapCheck {
  const cellsWithoutGroup: MapCell[] = [];
  const cellsWithSeveralGroups: (MapCell & { groups: string[] })[] = [];
  for (let recency = 1; recency <= levels; recency++) {
    for (let frequencyMonetary = 1; frequencyMonetary <= levels; frequencyMonetary++) {
      const cell = { recency, frequencyMonetary };
      const owners = groups.flatMap(({ key, areas }) =>
        areas.filter((area) => covers(area, cell)).map(() => key),
      );
      if (owners.length === 0) cellsWithoutGroup.push(cell);
      if (owners.length > 1) cellsWithSeveralGroups.push({ ...cell, groups: owners });
    }
  }
  const areasOutside = groups.flatMap(({ areas }, group) =>
    areas.flatMap(({ recency, frequencyMonetary }, area) =>
      Math.max(recency[1], frequencyMonetary[1]) > levels ? [{ group, area }] : [],
    ),
  );
  const findings = { cellsWithoutGroup, cellsWithSeveralGroups, areasOutside };
  return Object.values(findings).every((found) => found.length === 0)
    ? { kind: "sound" }
    : { kind: "unsound", ...findings };
}

function covers(
  { recency, frequencyMonetary }: MappedGroup["areas"][number],
  cell: MapCell,
): boolean {
  return (
    cell.recency >= recency[0] &&
    cell.recency <= recency[1] &&
    cell.frequencyMonetary >= frequencyMonetary[0] &&
    cell.frequencyMonetary <= frequencyMonetary[1]
  );
}
