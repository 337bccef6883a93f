import { readBaseStamp } from "../../persistence/base-stamp.ts";
import type { PrismaClient } from "../../persistence/database.ts";
import type { Shop } from "../../persistence/shops.ts";
import { companyOrdersOf, moneyRulesOf, type Program } from "../../scoring/index.ts";
import { readBaseIntoMemory, type BaseInMemory } from "./base-in-memory.ts";

interface HeldBase {
  /** What it was read for. */
  key: string;
  base: BaseInMemory;
}

/**
 * Bases that were previewed last, by shop. A base is asked for its stamp every time and is read again when it is another
 * one, so it is never older than the question. The one used longest ago goes first; one base is always kept, however
 * large.
 */
export class BaseCache {
  /** The one used last stands last. */
  readonly #held = new Map<string, HeldBase>();
  readonly #mostBytes: number;
  #lastLoad: Promise<unknown> = Promise.resolve();

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get bytes(): number {
    return [...this.#held.values()].reduce((sum, { base }) => sum + base.bytes, 0);
  }

  get shops(): string[] {
    return [...this.#held.keys()];
  }

  async baseOf(db: PrismaClient, record: Shop, program: Program): Promise<BaseInMemory> {
    return (await this.#find(db, record, program)) ?? this.#loadInTurn(db, record, program);
  }

  async #find(db: PrismaClient, record: Shop, program: Program): Promise<BaseInMemory | null> {
    const held = this.#held.get(record.shop);
    if (held === undefined) return null;
    const stamp = await readBaseStamp(db, record.shop);
    if (held.key !== keyOf(record, program, stamp)) return null;
    this.#held.delete(record.shop);
    this.#held.set(record.shop, held);
    return held.base;
  }

  /** One at a time: each takes a connection for seconds, and memory while it is put together. */
  #loadInTurn(db: PrismaClient, record: Shop, program: Program): Promise<BaseInMemory> {
    const load = this.#lastLoad.then(
      async () => (await this.#find(db, record, program)) ?? this.#load(db, record, program),
    );
    this.#lastLoad = load.catch(() => undefined);
    return load;
  }

  async #load(db: PrismaClient, record: Shop, program: Program): Promise<BaseInMemory> {
    this.#held.delete(record.shop);
    // The stamp, the orders and the standings are of one moment.
    const held = await db.$transaction(
      async (tx) => ({
        key: keyOf(record, program, await readBaseStamp(tx, record.shop)),
        base: await readBaseIntoMemory(db, tx, record, program),
      }),
      { isolationLevel: "RepeatableRead" },
    );
    this.#held.set(record.shop, held);
    for (const shop of this.#held.keys())
      if (shop !== record.shop && this.bytes > this.#mostBytes) this.#held.delete(shop);
    return held.base;
  }
}

/** Orders become a frame by the time zone and by what counts as money, and for whom. */
function keyOf({ timeZone }: Shop, program: Program, stamp: string): string {
  return JSON.stringify([timeZone, moneyRulesOf(program), companyOrdersOf(program), stamp]);
}
