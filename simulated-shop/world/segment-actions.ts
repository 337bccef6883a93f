import type { Segment } from "./segment.ts";
import { newActionId, type World } from "./world.ts";

/** Saves a segment. A name that is taken becomes "… (2)", "… (3)", without a word, as at Shopify. */
export function createSegment(world: World, name: string, query: string): Segment {
  const nowMs = world.clock.nowMs();
  const segment: Segment = {
    gidType: "Segment",
    id: world.ids.take("Segment"),
    name: freeNameFor(world, name),
    query,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
  world.segments.set(segment.id, segment);
  world.revision += 1;
  world.events.emit({ kind: "segment-created", actionId: newActionId(world), segment });
  return segment;
}

export function updateSegment(
  world: World,
  segment: Segment,
  changes: { name?: string; query?: string },
): void {
  if (changes.name !== undefined && changes.name !== segment.name)
    segment.name = freeNameFor(world, changes.name, segment);
  if (changes.query !== undefined) segment.query = changes.query;
  segment.updatedAtMs = world.clock.nowMs();
  world.revision += 1;
  world.events.emit({ kind: "segment-updated", actionId: newActionId(world), segment });
}

export function deleteSegment(world: World, segment: Segment): void {
  world.segments.delete(segment.id);
  world.revision += 1;
  world.events.emit({
    kind: "segment-deleted",
    actionId: newActionId(world),
    segmentId: segment.id,
  });
}

/** "Core" → "Core (2)", "Core (2)" → "Core (3)". */
function freeNameFor(world: World, name: string, itself?: Segment): string {
  const taken = new Set<string>();
  for (const segment of world.segments.values()) if (segment !== itself) taken.add(segment.name);
  if (!taken.has(name)) return name;
  const [, base = name, counter = "1"] = /^(.*) \((\d+)\)$/s.exec(name) ?? [];
  let number = Number(counter) + 1;
  while (taken.has(`${base} (${number})`)) number += 1;
  return `${base} (${number})`;
}
