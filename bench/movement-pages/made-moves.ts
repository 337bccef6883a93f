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
/** The share of customers who get another label on a day, by family: about what a year of shop days brings. */
const dailyShare = { tier: 0.006, group: 0.009 };
const ordersPerDay = 30;

/**
 * A first calculation and a year of days, each with a recalibration and some orders that move customers; and where
 * everybody stands after it. Returns how many decisions that makes.
 */
export async function makeMoves(
  databaseUrl: string,
  shop: string,
  { customers, until }: { customers: number; until: Date },
): Promise<number> {
  const random = seeded(42);
  const startMs = until.getTime() - days * dayMs;
  const runs: string[] = [];
  const tiers = Array.from({ length: customers }, () => pick(labels.tier, random));
  const groups = Array.from({ length: customers }, () => pick(labels.group, random));
  let decisions = 0;

  function addRun(kind: string, reason: string, atMs: number, made: number) {
    const id = idInTime(runs.length);
    const at = new Date(atMs).toISOString();
    runs.push([shop, id, kind, 1, customers, made, at, at, at].join("\t"));
    return { id, reason };
  }

  function line(
    run: { id: string; reason: string },
    customer: number,
    family: string,
    was: string,
    is: string,
    atMs: number,
  ): string {
    decisions += 1;
    return `${[shop, run.id, idOf(customer), family, was, is, new Date(atMs).toISOString(), run.reason].join("\t")}\n`;
  }

  function* allDecisions(): Generator<string> {
    const first = addRun("import", "order", startMs, customers * 2);
    for (let customer = 0; customer < customers; customer += 1) {
      yield line(first, customer, "tier", "\\N", tiers[customer] ?? "", startMs);
      yield line(first, customer, "group", "\\N", groups[customer] ?? "", startMs);
    }
    for (let day = 1; day < days; day += 1) yield* oneDay(startMs + day * dayMs);
  }

  function* oneDay(atMs: number): Generator<string> {
    const orders = Array.from({ length: ordersPerDay }, (_, index) =>
      addRun("order", "order", atMs + (index * dayMs) / ordersPerDay / 2, 1),
    );
    const recalibration = addRun("recalibration", "cut-offs", atMs, customers);
    for (const [family, held] of [
      ["tier", tiers],
      ["group", groups],
    ] as const) {
      const moving = Math.round(customers * dailyShare[family]);
      // Strides that differ from day to day, so that nobody is decided on twice by one run.
      const start = Math.floor(random() * customers);
      for (let index = 0; index < moving; index += 1) {
        const customer = (start + index * Math.floor(customers / moving)) % customers;
        const was = held[customer] ?? "";
        const is = pick(labels[family], random);
        if (was === is) continue;
        held[customer] = is;
        yield line(orders[index] ?? recalibration, customer, family, was, is, atMs);
      }
    }
  }

  function* standings(): Generator<string> {
    for (let customer = 0; customer < customers; customer += 1) {
      const value = Math.floor(random() * 1_000_000);
      yield `${[shop, idOf(customer), tiers[customer], groups[customer], "growing", 3, 3, 3, value, Math.floor(value / 10_000), 4, 20_000, 2, 9_000, new Date(startMs).toISOString()].join("\t")}\n`;
    }
  }

  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await copy(
      client,
      "decision (shop, run_id, customer_id, family, from_key, to_key, decided_at, reason)",
      allDecisions(),
    );
    await copy(
      client,
      "run (shop, id, kind, program_version, customers_scored, decisions, started_at, finished_at, decided_at)",
      runs.map((run) => `${run}\n`),
    );
    await copy(
      client,
      `standing (shop, customer_id, tier_key, group_key, stage, recency_score, frequency_score, monetary_score, value_e4,
                 value_band, counted_orders, net_minor_units, window_orders, window_net_minor_units, last_order_at)`,
      standings(),
    );
    // Decided on with everything it publishes, as a shop is that has turned it all on.
    await client.query(
      "UPDATE shop SET publish_tags = true, publish_metafields = true WHERE shop = $1",
      [shop],
    );
    await client.query("VACUUM ANALYZE decision, run, standing");
  } finally {
    await client.end();
  }
  return decisions;
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

function idOf(customer: number): number {
  return 7_000_000_000_000 + customer;
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
