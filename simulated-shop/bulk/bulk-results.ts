import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { BulkOperation } from "../world/bulk-operation.ts";
import type { World } from "../world/world.ts";

const KEPT_MS = 7 * 86_400_000;

type Result = {
  readonly operation: BulkOperation;
  readonly finishedAtMs: number;
  readonly clockThenMs: number;
};

/**
 * Files of ended operations by the names in their URLs. Shopify's addresses expire after seven days; here both days
 * that really pass and days by which the shop's clock is moved count.
 */
export class BulkResults {
  readonly #directory: string;
  readonly #world: World;
  readonly #resultByName = new Map<string, Result>();

  constructor(directory: string, world: World) {
    this.#directory = directory;
    this.#world = world;
  }

  /** A name for a result that nobody can guess. */
  nameFor(operation: BulkOperation): string {
    return `${operation.id}-${randomUUID()}.jsonl`;
  }

  pathOf(name: string): string {
    return path.join(this.#directory, path.basename(name));
  }

  publish(name: string, operation: BulkOperation): void {
    const clockThenMs = this.#world.clock.nowMs();
    this.#resultByName.set(name, { operation, finishedAtMs: Date.now(), clockThenMs });
  }

  /** What a URL with this name leads to. */
  find(name: string): { kind: "file"; path: string } | { kind: "expired" } | { kind: "none" } {
    const result = this.#resultByName.get(name);
    if (result === undefined) return { kind: "none" };
    return this.#ageMs(result) >= KEPT_MS
      ? { kind: "expired" }
      : { kind: "file", path: this.pathOf(name) };
  }

  /** Marks operations whose results are too old as EXPIRED and deletes the files. */
  async expire(): Promise<void> {
    for (const [name, result] of this.#resultByName) {
      if (this.#ageMs(result) < KEPT_MS || result.operation.status === "EXPIRED") continue;
      Object.assign(result.operation, { status: "EXPIRED", url: null, partialDataUrl: null });
      await rm(this.pathOf(name), { force: true });
    }
  }

  #ageMs({ finishedAtMs, clockThenMs }: Result): number {
    return Date.now() - finishedAtMs + this.#world.clock.nowMs() - clockThenMs;
  }
}
