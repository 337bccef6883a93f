import type { StartingMap } from "../../use-cases/pages/map-editor-page.ts";

/** A group of the map as it is edited. `id` only tells rows apart on the screen. */
export interface MapGroup {
  id: string;
  /** Null until the server has given a new group its key. */
  key: string | null;
  name: string;
}

export interface MapForm {
  levels: number;
  groups: MapGroup[];
  /** The id of each square's group: every square has exactly one, so that no gap and no overlap can be made. */
  cells: string[];
}

/** Scores, both ends included. */
export type Range = [from: number, to: number];

export function formOfMap({ groups, cells }: StartingMap, levels: number): MapForm {
  return {
    levels,
    groups: groups.map(({ key, name }) => ({ id: key, key, name })),
    cells: [...cells],
  };
}

/** The scores of the square at a place: from the most recent row down, from the lowest column up. */
export function scoresAt(
  place: number,
  levels: number,
): { recency: number; frequencyMonetary: number } {
  return {
    recency: levels - Math.floor(place / levels),
    frequencyMonetary: (place % levels) + 1,
  };
}

export function painted(form: MapForm, place: number, groupId: string): MapForm {
  return { ...form, cells: form.cells.map((id, index) => (index === place ? groupId : id)) };
}

/** The standard way beside painting: whole rows and columns at once. */
export function paintedRange(
  form: MapForm,
  recency: Range,
  frequencyMonetary: Range,
  groupId: string,
): MapForm {
  return {
    ...form,
    cells: form.cells.map((id, place) => {
      const scores = scoresAt(place, form.levels);
      const isInside =
        scores.recency >= recency[0] &&
        scores.recency <= recency[1] &&
        scores.frequencyMonetary >= frequencyMonetary[0] &&
        scores.frequencyMonetary <= frequencyMonetary[1];
      return isInside ? groupId : id;
    }),
  };
}

export function withNewGroup(form: MapForm, id: string): MapForm {
  return { ...form, groups: [...form.groups, { id, key: null, name: "" }] };
}

/** Its squares go to the group before it, or after the first. */
export function withoutGroup(form: MapForm, id: string): MapForm {
  const at = form.groups.findIndex((group) => group.id === id);
  const heir = form.groups[at === 0 ? 1 : at - 1];
  return heir === undefined ? form : mergeGroups(form, heir.id, id);
}

export type Axis = "recency" | "frequencyMonetary";

/** The scores on an axis that a group has squares at, the lowest first. */
function scoresOf({ cells, levels }: MapForm, groupId: string, axis: Axis): number[] {
  const scores = cells.flatMap((id, place) =>
    id === groupId ? [scoresAt(place, levels)[axis]] : [],
  );
  return [...new Set(scores)].sort((one, other) => one - other);
}

/** Whether a group reaches over more than one row or column, so that a part of it can go. */
export function canSplit(form: MapForm, groupId: string, axis: Axis): boolean {
  return scoresOf(form, groupId, axis).length > 1;
}

/** The lower half of a group's rows or columns becomes a new group, which stands after it. */
export function splitGroup(form: MapForm, groupId: string, axis: Axis, part: MapGroup): MapForm {
  const scores = scoresOf(form, groupId, axis);
  const lowest = new Set(scores.slice(0, Math.floor(scores.length / 2)));
  if (lowest.size === 0) return form;
  const at = form.groups.findIndex(({ id }) => id === groupId);
  return {
    ...form,
    groups: form.groups.toSpliced(at + 1, 0, part),
    cells: form.cells.map((id, place) =>
      id === groupId && lowest.has(scoresAt(place, form.levels)[axis]) ? part.id : id,
    ),
  };
}

/** One group takes all squares of another, which is gone then. */
export function mergeGroups(form: MapForm, intoId: string, goneId: string): MapForm {
  if (intoId === goneId) return form;
  return {
    ...form,
    groups: form.groups.filter(({ id }) => id !== goneId),
    cells: form.cells.map((id) => (id === goneId ? intoId : id)),
  };
}

/** What is sent to be previewed or saved: the map as a part of the program. */
export function partsOf({ groups, cells, levels }: MapForm) {
  return {
    groups: {
      kind: "map",
      groups: groups.map(({ id, key, name }) => ({
        key,
        name: name.trim(),
        areas: areasOf(id, cells, levels),
      })),
    },
  };
}

type Area = { recency: Range; frequencyMonetary: Range };

/** The squares of a group as rectangles: runs of each row, grown downwards while the row below has the same run. */
function areasOf(id: string, cells: readonly string[], levels: number): Area[] {
  const areas: Area[] = [];
  for (let recency = levels; recency >= 1; recency--) {
    const row = cells.slice((levels - recency) * levels, (levels - recency + 1) * levels);
    for (const run of runsOf(row, id)) {
      const above = areas.find(
        (area) =>
          area.recency[0] === recency + 1 &&
          area.frequencyMonetary[0] === run[0] &&
          area.frequencyMonetary[1] === run[1],
      );
      if (above === undefined) areas.push({ recency: [recency, recency], frequencyMonetary: run });
      else above.recency[0] = recency;
    }
  }
  return areas;
}

function runsOf(row: readonly string[], id: string): Range[] {
  const runs: Range[] = [];
  for (const [index, each] of row.entries()) {
    if (each !== id) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === index) last[1] = index + 1;
    else runs.push([index + 1, index + 1]);
  }
  return runs;
}
