import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from } from "pg-copy-streams";

const days = 365;
const dayMs = 86_400_000;
const labels = {
  tier: ["core", "growth", "base"],
  group: ["new", "high-value", "potential", "at-risk", "dormant"],
} as const;
const families = ["tier", "group"] as const;
type Family = (typeof families)[number];
/** The share of customers who get another label on a day, by family: about what a year of shop days brings. */
const dailyShare = { tier: 0.006, group: 0.009 };
const ordersPerDay = 30;

interface Standing {
  id: string;
  tier: string;
  group: string;
}

/**
 * Gives a base that was scored once the past of a year: a first calculation, and days of which each has a recalibration
 * and some orders that move customers, up to the labels there are. The one run there was becomes the first. Returns how
 * many decisions that makes.
 */
export async function makeMoves(databaseUrl: string, shop: string, until: Date): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: standings } = await client.query<Standing>(
      `SELECT customer_id::text AS id, tier_key AS tier, group_key AS "group" FROM standing
       WHERE shop = $1 AND tier_key IS NOT NULL ORDER BY customer_id`,
      [shop],
    );
    const past = inventPast(shop, standings, until.getTime() - days * dayMs);
    await client.query("DELETE FROM decision WHERE shop = $1", [shop]);
    await copy(
      client,
      "decision (shop, run_id, customer_id, family, from_key, to_key, decided_at, reason)",
      past.decisions,
    );
    const start = new Date(until.getTime() - days * dayMs);
    await client.query(
      `UPDATE run SET id = $2, decided_at = $3, started_at = $3, finished_at = $3, decisions = $4, customers_changed = $5
       WHERE shop = $1`,
      [shop, firstRunId, start, 2 * standings.length, standings.length],
    );
    await copy(
      client,
      `run (shop, id, kind, program_version, customers_scored, decisions, customers_changed, started_at, finished_at,
            decided_at)`,
      past.runs,
    );
    await client.query("VACUUM ANALYZE decision, run");
    return past.decisions.length;
  } finally {
    await client.end();
  }
}

/** From the last day backwards, so that it ends with the labels there are. */
function inventPast(shop: string, standings: readonly Standing[], startMs: number) {
  const random = seeded(42);
  const runs: string[] = [];
  const lastDays: string[][] = [];
  const held = { tier: standings.map((s) => s.tier), group: standings.map((s) => s.group) };
  for (let day = days - 1; day > 0; day -= 1) lastDays.push(oneDay(day));
  const first = families.flatMap((family) =>
    held[family].map((label, row) => line(firstRunId, row, family, "\\N", label, startMs, "order")),
  );
  return { decisions: [...first, ...lastDays.reverse().flat()], runs };

  function oneDay(day: number): string[] {
    const atMs = startMs + day * dayMs;
    // The last run of the day is the recalibration.
    const ids = Array.from({ length: ordersPerDay + 1 }, (_, nth) =>
      idInTime(day * (ordersPerDay + 1) + nth),
    );
    const made = new Map<string, number>();
    const lines: string[] = [];
    for (const family of families) {
      const moving = Math.round(standings.length * dailyShare[family]);
      // Strides that differ from day to day, so that nobody is decided on twice by one run.
      const start = Math.floor(random() * standings.length);
      for (let index = 0; index < moving; index += 1) {
        const row = (start + index * Math.floor(standings.length / moving)) % standings.length;
        const is = held[family][row] ?? "";
        const was = pick(labels[family], random);
        if (was === is) continue;
        held[family][row] = was;
        const nth = Math.min(index, ordersPerDay);
        const id = ids[nth] ?? "";
        made.set(id, (made.get(id) ?? 0) + 1);
        const reason = nth < ordersPerDay ? "order" : "cut-offs";
        lines.push(line(id, row, family, was, is, atMs, reason));
      }
    }
    for (const [nth, id] of ids.entries()) {
      const isOrder = nth < ordersPerDay;
      const at = new Date(isOrder ? atMs - dayMs / 4 + nth * 60_000 : atMs).toISOString();
      const [kind, scored] = isOrder ? ["order", 1] : ["recalibration", standings.length];
      const moved = made.get(id) ?? 0;
      runs.push(`${[shop, id, kind, 1, scored, moved, moved, at, at, at].join("\t")}\n`);
    }
    return lines;
  }

  function line(
    runId: string,
    row: number,
    family: Family,
    was: string,
    is: string,
    atMs: number,
    reason: string,
  ): string {
    const at = new Date(atMs).toISOString();
    return `${[shop, runId, standings[row]?.id, family, was, is, at, reason].join("\t")}\n`;
  }
}

async function copy(client: Client, target: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(from(`COPY ${target} FROM STDIN`)));
}

/** Of the run that decided on everybody. */
export const firstRunId = idInTime(0);

/** Ids of runs ascend in time. */
function idInTime(index: number): string {
  return `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`;
}

function pick<Label>(from: readonly Label[], random: () => number): Label {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}

/** Mulberry32: the same year in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
