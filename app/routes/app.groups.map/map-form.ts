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
  if (heir === undefined) return form;
  return {
    ...form,
    groups: form.groups.filter((group) => group.id !== id),
    cells: form.cells.map((each) => (each === id ? heir.id : each)),
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
