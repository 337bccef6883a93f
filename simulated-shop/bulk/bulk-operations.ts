import { randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { SimulatedShopConfig } from "../context.ts";
import type { BulkOperation } from "../world/bulk-operation.ts";
import { gidOfObject } from "../world/gid.ts";
import { newActionId, type World } from "../world/world.ts";
import type { BulkChunk } from "./run-bulk-query.ts";
import { StagedUploads } from "./staged-uploads.ts";

/** So many of each type run at once per app and shop; one more is refused. */
export const MAX_CONCURRENT_OPERATIONS = 5;

export type BulkStart =
  | { readonly kind: "started"; readonly operation: BulkOperation }
  | { readonly kind: "too-many"; readonly runningGids: readonly string[] };

/** Runs bulk operations in the background and keeps their files until the shop closes. */
export class BulkOperations {
  readonly uploads: StagedUploads;
  /** Slows every line down, so that a test can see an operation running. */
  lineDelayMs = 0;
  readonly #world: World;
  readonly #config: SimulatedShopConfig;
  readonly #directory: string;
  readonly #running = new Set<Promise<void>>();
  #isClosed = false;

  constructor(world: World, config: SimulatedShopConfig) {
    this.#world = world;
    this.#config = config;
    this.#directory = path.join(tmpdir(), `simulated-shop-${process.pid}-${randomUUID()}`);
    this.uploads = new StagedUploads(this.#directory);
  }

  /** Registers an operation as CREATED and starts it after the answer that tells of it has been sent. */
  start(
    facts: Pick<BulkOperation, "type" | "query" | "apiVersion">,
    run: () => Iterable<BulkChunk> | AsyncIterable<BulkChunk>,
  ): BulkStart {
    const running = [...this.#world.bulkOperations.values()].filter(
      (other) => other.type === facts.type && isUnfinished(other),
    );
    if (running.length >= MAX_CONCURRENT_OPERATIONS)
      return { kind: "too-many", runningGids: running.map(gidOfObject) };
    const operation: BulkOperation = {
      ...facts,
      gidType: "BulkOperation",
      id: this.#world.ids.take("BulkOperation"),
      clientId: this.#config.clientId,
      status: "CREATED",
      errorCode: null,
      createdAtMs: Date.now(),
      completedAtMs: null,
      objectCount: 0,
      rootObjectCount: 0,
      fileSizeBytes: null,
      url: null,
      partialDataUrl: null,
    };
    this.#world.bulkOperations.set(operation.id, operation);
    const work = this.#work(operation, run).finally(() => this.#running.delete(work));
    this.#running.add(work);
    return { kind: "started", operation };
  }

  /** Asks a running operation to stop; false when it has ended already. */
  cancel(operation: BulkOperation): boolean {
    if (!isUnfinished(operation)) return false;
    operation.status = "CANCELING";
    return true;
  }

  /** Path of a result by the name in its URL. */
  resultFile(name: string): string {
    return path.join(this.#directory, path.basename(name));
  }

  /** Stops everything and removes the files. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled([...this.#running]);
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #work(
    operation: BulkOperation,
    run: () => Iterable<BulkChunk> | AsyncIterable<BulkChunk>,
  ): Promise<void> {
    await setImmediate();
    if (operation.status === "CREATED") operation.status = "RUNNING";
    const fileName = `${operation.id}-${randomUUID()}.jsonl`;
    try {
      operation.fileSizeBytes = await this.#write(operation, fileName, run);
      if (this.#isClosed) return;
      if (operation.status !== "CANCELING") this.#finish(operation, "COMPLETED", fileName);
      else this.#finish(operation, "CANCELED", fileName);
    } catch (error) {
      console.error(`Bulk operation ${operation.id} failed:`, error);
      operation.errorCode = "INTERNAL_SERVER_ERROR";
      this.#finish(operation, "FAILED", fileName);
    }
  }

  async #write(
    operation: BulkOperation,
    fileName: string,
    run: () => Iterable<BulkChunk> | AsyncIterable<BulkChunk>,
  ): Promise<number> {
    await mkdir(this.#directory, { recursive: true });
    const file = await open(this.resultFile(fileName), "w");
    let sizeBytes = 0;
    try {
      for await (const chunk of run()) {
        if (operation.status === "CANCELING" || this.#isClosed) break;
        sizeBytes += (await file.write(chunk.text)).bytesWritten;
        operation.objectCount += chunk.objectCount;
        operation.rootObjectCount += chunk.rootObjectCount;
        if (this.lineDelayMs > 0) await setTimeout(this.lineDelayMs * chunk.objectCount);
      }
    } finally {
      await file.close();
    }
    return sizeBytes;
  }

  #finish(
    operation: BulkOperation,
    status: "COMPLETED" | "CANCELED" | "FAILED",
    fileName: string,
  ): void {
    const url = operation.objectCount === 0 ? null : `${this.#config.url}/bulk/${fileName}`;
    if (status === "COMPLETED") operation.url = url;
    if (status === "FAILED") operation.partialDataUrl = url;
    operation.status = status;
    operation.completedAtMs = Date.now();
    this.#world.events.emit({
      kind: "bulk-operation-finished",
      actionId: newActionId(this.#world),
      operation,
    });
  }
}

function isUnfinished({ status }: BulkOperation): boolean {
  return status === "CREATED" || status === "RUNNING" || status === "CANCELING";
}
