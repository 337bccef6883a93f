import { Kind, parse, type FieldNode, type OperationDefinitionNode } from "graphql";
import { z } from "zod";
import { LeakyBucket } from "../../simulated-shop/admin-api/cost/leaky-bucket.ts";
import { costOfOperation } from "../../simulated-shop/admin-api/cost/operation-cost.ts";
import { viewDocument } from "../../simulated-shop/admin-api/cost/selected-fields.ts";
import { loadAdminSchema } from "../../simulated-shop/admin-api/schema/load-admin-schema.ts";
import { MAX_CONCURRENT_OPERATIONS } from "../../simulated-shop/bulk/bulk-operations.ts";
import type { PlanName } from "../../simulated-shop/world/plan.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export interface VirtualShopSettings {
  plan: PlanName;
  /** Of each bulk mutation, however many run. */
  linesPerSecond: number;
  /** How long an operation waits until its first line. */
  queueSeconds: number;
  /** From a request to its answer. */
  roundTripMs: number;
}

interface Operation {
  id: string;
  field: string;
  lines: number;
  createdAtMs: number;
}

const requestBody = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });
const origin = "https://virtual.example";

/**
 * A shop that answers the writes of a publication and keeps nothing of them: the simulated shop's own cost rules on
 * Shopify's own schema and its bucket, on a virtual clock. It is spoken to through `fetch`, as Shopify is.
 */
export class VirtualShop {
  readonly #settings: VirtualShopSettings;
  readonly #clock: VirtualClock;
  readonly #bucket: LeakyBucket;
  readonly #documents = new Map<string, { operation: OperationDefinitionNode; points: number }>();
  readonly #uploads = new Map<string, number>();
  readonly #operations: Operation[] = [];
  pointsCharged = 0;
  linesUploaded = 0;
  /** The least that was left in the bucket after a call, as a share of the whole. */
  leastShareLeft = 1;

  constructor(settings: VirtualShopSettings, clock: VirtualClock) {
    this.#settings = settings;
    this.#clock = clock;
    this.#bucket = new LeakyBucket(settings.plan, () => clock.nowMs);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    this.#clock.pass(this.#settings.roundTripMs);
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.pathname === "/upload") return this.#takeUpload(init?.body);
    if (url.pathname.startsWith("/results/")) return this.#resultOf(url.pathname.slice(9));
    return this.#answer(requestBody.parse(JSON.parse(z.string().parse(init?.body))));
  };

  async #takeUpload(body: unknown): Promise<Response> {
    const form = z.instanceof(FormData).parse(body);
    const text = await z.instanceof(Blob).parse(form.get("file")).text();
    const lines = text.split("\n").length - 1;
    this.#uploads.set(z.string().parse(form.get("key")), lines);
    return new Response(null, { status: 201 });
  }

  #resultOf(id: string): Response {
    const { field, lines } = this.#operationOf(id);
    const data = JSON.stringify({ [field]: { userErrors: [] } });
    const text = Array.from(
      { length: lines },
      (_, line) => `{"data":${data},"__lineNumber":${String(line)}}\n`,
    );
    return new Response(text.join(""));
  }

  #answer({ query, variables }: z.infer<typeof requestBody>): Response {
    const { operation, points } = this.#read(query, variables);
    if (!this.#bucket.take(points)) {
      const errors = [{ message: "Throttled", extensions: { code: "THROTTLED" } }];
      return Response.json({ errors, extensions: this.#costOf(points, null) });
    }
    this.pointsCharged += points;
    const extensions = this.#costOf(points, points);
    const { currentlyAvailable, maximumAvailable } = extensions.cost.throttleStatus;
    this.leastShareLeft = Math.min(this.leastShareLeft, currentlyAvailable / maximumAvailable);
    const fields = operation.selectionSet.selections.filter(
      (selection): selection is FieldNode => selection.kind === Kind.FIELD,
    );
    const data = Object.fromEntries(
      fields.map((field) => [
        field.alias?.value ?? field.name.value,
        this.#answerField(field.name.value, variables),
      ]),
    );
    return Response.json({ data, extensions });
  }

  #read(query: string, variables: Record<string, unknown>) {
    let known = this.#documents.get(query);
    if (known === undefined) {
      const document = parse(query);
      const operation = document.definitions.find(
        (each) => each.kind === Kind.OPERATION_DEFINITION,
      );
      if (operation === undefined) throw new Error("a request without an operation");
      const view = viewDocument(loadAdminSchema("2026-07"), document, variables);
      known = { operation, points: costOfOperation(view, operation) };
      this.#documents.set(query, known);
    }
    return known;
  }

  #costOf(requestedQueryCost: number, actualQueryCost: number | null) {
    const throttleStatus = this.#bucket.status();
    return { cost: { requestedQueryCost, actualQueryCost, throttleStatus } };
  }

  #answerField(name: string, variables: Record<string, unknown>): unknown {
    switch (name) {
      case "tagsAdd":
      case "tagsRemove":
      case "metafieldsSet":
      case "metafieldsDelete":
        return { userErrors: [] };
      case "stagedUploadsCreate": {
        const key = `upload-${String(this.#uploads.size)}`;
        const target = { url: `${origin}/upload`, parameters: [{ name: "key", value: key }] };
        return { stagedTargets: [target], userErrors: [] };
      }
      case "bulkOperationRunMutation":
        return this.#start(variables);
      case "bulkOperation":
        return this.#stateOf(String(variables["id"]));
      default:
        throw new Error(`the virtual shop does not know ${name}`);
    }
  }

  #start(variables: Record<string, unknown>): unknown {
    const busy = this.#operations.filter((each) => this.#linesDone(each) < each.lines);
    if (busy.length >= MAX_CONCURRENT_OPERATIONS) {
      const refusal = {
        field: null,
        code: "OPERATION_IN_PROGRESS",
        message: "already in progress",
      };
      return { bulkOperation: null, userErrors: [refusal] };
    }
    const text = String(variables["mutation"]);
    const lines = this.#uploads.get(String(variables["stagedUploadPath"])) ?? 0;
    const id = `gid://shopify/BulkOperation/${String(this.#operations.length + 1)}`;
    const field = /\{\s*(\w+)\(/.exec(text)?.[1] ?? "unknown";
    this.#operations.push({ id, field, lines, createdAtMs: this.#clock.nowMs });
    this.linesUploaded += lines;
    return { bulkOperation: { id }, userErrors: [] };
  }

  #stateOf(id: string): unknown {
    const operation = this.#operationOf(id.replace(/.*\//, ""));
    const { linesPerSecond, queueSeconds } = this.#settings;
    const done = this.#linesDone(operation);
    const isDone = done >= operation.lines;
    const endMs = operation.createdAtMs + 1_000 * (queueSeconds + operation.lines / linesPerSecond);
    return {
      status: isDone ? "COMPLETED" : done === 0 ? "CREATED" : "RUNNING",
      errorCode: null,
      createdAt: wholeSecond(operation.createdAtMs),
      completedAt: isDone ? wholeSecond(endMs) : null,
      rootObjectCount: String(done),
      url: isDone ? `${origin}/results/${id.replace(/.*\//, "")}` : null,
      partialDataUrl: null,
    };
  }

  #linesDone({ lines, createdAtMs }: Operation): number {
    const { linesPerSecond, queueSeconds } = this.#settings;
    const seconds = (this.#clock.nowMs - createdAtMs) / 1_000 - queueSeconds;
    return Math.max(0, Math.min(lines, Math.floor(seconds * linesPerSecond + 1e-6)));
  }

  #operationOf(number: string): Operation {
    const operation = this.#operations[Number(number) - 1];
    if (operation === undefined) throw new Error(`there is no operation ${number}`);
    return operation;
  }
}

/** Shopify's DateTimes have no milliseconds. */
function wholeSecond(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}
