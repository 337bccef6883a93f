import type { SessionRow, SessionTable } from "../session-storage.ts";

/** A table of sessions that lasts as long as the test. */
export function createMemorySessionTable(): SessionTable & { rows: Map<string, SessionRow> } {
  const rows = new Map<string, SessionRow>();
  return {
    rows,
    save: async (row) => void rows.set(row.id, row),
    find: async (id) => rows.get(id) ?? null,
    listOfShop: async (shop) => [...rows.values()].filter((row) => row.shop === shop),
    remove: async (ids) => {
      for (const id of ids) rows.delete(id);
    },
  };
}
