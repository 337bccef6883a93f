import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { GraphQLError } from "graphql";
import type { SimulatedShopConfig } from "../context.ts";
import type { BulkOperation } from "../world/bulk-operation.ts";
import { gidOfObject } from "../world/gid.ts";
import { newActionId, type World } from "../world/world.ts";
import { BulkResults } from "./bulk-results.ts";
import type { BulkChunk } from "./line-buffer.ts";
import { ResultFile } from "./result-file.ts";
import { StagedUploads } from "./staged-uploads.ts";

/** So many of each type run at once per app and shop; one more is refused. */
export const MAX_CONCURRENT_OPERATIONS = 5;

export type BulkStart =
  | { readonly kind: "started"; readonly operation: BulkOperation }
  | { readonly kind: "too-many"; readonly runningGids: readonly string[] };

type BulkRun = () => Iterable<BulkChunk> | AsyncIterable<BulkChunk>;
type ErrorCode = NonNullable<BulkOperation["errorCode"]>;

/** How a bulk operation is made to fail: after so many lines, with this code; its lines so far are the partial data. */
export type BulkFailure = { readonly afterObjects: number; readonly errorCode: ErrorCode };

/** Runs bulk operations in the background and keeps their files until the shop closes. */
export class BulkOperations {
  readonly uploads: StagedUploads;
  readonly results: BulkResults;
  /** Slows every line down, so that a test can see an operation running. */
  lineDelayMs = 0;
  /** How many lines of variables one bulk mutation works off in a second; null for as fast as it can. */
  mutationLinesPerSecond: number | null;
  /** How long an operation stays CREATED, as Shopify's queue has it wait. */
  startDelayMs: number;
  readonly #world: World;
  readonly #config: SimulatedShopConfig;
  readonly #directory: string;
  readonly #running = new Set<Promise<void>>();
  readonly #stopListening: readonly (() => void)[];
  #nextFailure: BulkFailure | null = null;
  #isUninstalled = false;
  #isClosed = false;

  constructor(
    world: World,
    config: SimulatedShopConfig,
    {
      mutationLinesPerSecond = null,
      startDelayMs = 0,
    }: {
      mutationLinesPerSecond?: number | null | undefined;
      startDelayMs?: number | undefined;
    } = {},
  ) {
    this.#world = world;
    this.#config = config;
    this.mutationLinesPerSecond = mutationLinesPerSecond;
    this.startDelayMs = startDelayMs;
    this.#directory = path.join(tmpdir(), `simulated-shop-${process.pid}-${randomUUID()}`);
    this.uploads = new StagedUploads(this.#directory, config);
    this.results = new BulkResults(this.#directory, world);
    this.#stopListening = [
      world.events.on("clock-advanced", () => void this.results.expire()),
      world.events.on("app-uninstalled", () => (this.#isUninstalled = true)),
    ];
  }

  /** Lets the next operation that starts fail. */
  failNext(failure: BulkFailure): void {
    this.#nextFailure = failure;
  }

  /** Registers an operation as CREATED and starts it after the answer that tells of it has been sent. */
  start(facts: Pick<BulkOperation, "type" | "query" | "apiVersion">, run: BulkRun): BulkStart {
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
    this.#isUninstalled = false;
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

  /** Stops everything and removes the files. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stop of this.#stopListening) stop();
    await Promise.allSettled([...this.#running]);
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #work(operation: BulkOperation, run: BulkRun): Promise<void> {
    const failure = this.#nextFailure;
    this.#nextFailure = null;
    if (this.startDelayMs > 0) await setTimeout(this.startDelayMs);
    else await setImmediate();
    if (operation.status === "CREATED") operation.status = "RUNNING";
    const name = this.results.nameFor(operation);
    try {
      const errorCode = await this.#write(operation, name, run, failure);
      if (this.#isClosed) return;
      operation.errorCode = errorCode;
      if (errorCode !== null) this.#finish(operation, "FAILED", name);
      else this.#finish(operation, isCancelling(operation) ? "CANCELED" : "COMPLETED", name);
    } catch (error) {
      console.error(`Bulk operation ${operation.id} failed:`, error);
      operation.errorCode = "INTERNAL_SERVER_ERROR";
      this.#finish(operation, "FAILED", name);
    }
  }

  /** Writes the result as far as it gets. Returns why it did not get to the end, null when it did or was cancelled. */
  async #write(
    operation: BulkOperation,
    name: string,
    run: BulkRun,
    failure: BulkFailure | null,
  ): Promise<ErrorCode | null> {
    await mkdir(this.#directory, { recursive: true });
    const file = await ResultFile.create(this.results.pathOf(name));
    const startedAtMs = performance.now();
    try {
      if (isCancelling(operation)) return null;
      for await (const chunk of run()) {
        await file.append(chunk.text);
        operation.objectCount += chunk.objectCount;
        operation.rootObjectCount += chunk.rootObjectCount;
        await this.#rest(operation, chunk.objectCount, startedAtMs);
        // Asked before the next lines are worked out: a mutation's lines that are not told must not have been done.
        if (isCancelling(operation) || this.#isClosed) return null;
        if (this.#isUninstalled) return "ACCESS_DENIED";
        if (failure !== null && operation.objectCount >= failure.afterObjects)
          return failure.errorCode;
      }
      return failure?.errorCode ?? null;
    } catch (error) {
      if (isAccessDenied(error)) return "ACCESS_DENIED";
      throw error;
    } finally {
      await file.close();
      operation.fileSizeBytes = file.sizeBytes;
    }
  }

  /** Lets others have their turn, and holds back what is to be slow. */
  async #rest(operation: BulkOperation, lineCount: number, startedAtMs: number): Promise<void> {
    const rate = operation.type === "MUTATION" ? this.mutationLinesPerSecond : null;
    const dueMs = rate === null ? 0 : startedAtMs + (1000 * operation.objectCount) / rate;
    const restMs = Math.max(this.lineDelayMs * lineCount, dueMs - performance.now());
    if (restMs > 0) await setTimeout(restMs);
    else await setImmediate();
  }

  #finish(
    operation: BulkOperation,
    status: "COMPLETED" | "CANCELED" | "FAILED",
    name: string,
  ): void {
    const url = operation.objectCount === 0 ? null : `${this.#config.url}/bulk/${name}`;
    if (url !== null) this.results.publish(name, operation);
    if (status === "COMPLETED") operation.url = url;
    else operation.partialDataUrl = url;
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

/** Asked anew after every wait, so not narrowed to what it was before. */
function isCancelling({ status }: BulkOperation): boolean {
  return status === "CANCELING";
}

function isAccessDenied(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions["code"] === "ACCESS_DENIED";
}
