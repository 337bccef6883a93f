import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import { ChangeTimes } from "./change-time.ts";
import { IdSequence } from "./id-sequence.ts";
import { createWorld, type World } from "./world.ts";

/** Raised whenever the stored shape changes: a file of another shape is not read. */
const shape = 4;

/** What of a world is state: the clock's moment instead of the clock, and no listeners. */
type StoredWorld = Omit<World, "clock" | "events" | "ids" | "changeTimes" | "bulkOperations"> & {
  shape: number;
  nowMs: number;
  lastChangeMs: number;
  lastIdByKind: World["ids"]["lastByKind"];
};

/** Writes a world to a file, whole or not at all. Bulk operations stay out: their results end with the process. */
export async function saveWorld(world: World, path: string): Promise<void> {
  const { clock, ids, changeTimes, events: _events, bulkOperations: _bulk, ...state } = world;
  const stored: StoredWorld = {
    ...state,
    shape,
    nowMs: clock.nowMs(),
    lastChangeMs: changeTimes.lastMs,
    lastIdByKind: ids.lastByKind,
  };
  await writeFile(`${path}.unfinished`, serialize(stored));
  await rename(`${path}.unfinished`, path);
}

/** The world in a file; null when there is no file. Errors: a file that this version did not write. */
export async function loadWorld(path: string): Promise<World | null> {
  if (!existsSync(path)) return null;
  const stored = deserialize(await readFile(path)) as StoredWorld;
  if (stored.shape !== shape)
    throw new RangeError(`${path} was written by another version; delete it to begin anew.`);
  const { shape: _shape, nowMs, lastChangeMs, lastIdByKind, ...state } = stored;
  const world = createWorld({ ...state.shop, nowMs });
  return Object.assign(world, state, {
    ids: new IdSequence(lastIdByKind),
    changeTimes: new ChangeTimes(world.clock, lastChangeMs),
  });
}
