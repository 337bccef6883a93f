import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { type DocumentNode, Kind, print } from "graphql";
import { ClientError, GraphQLClient } from "graphql-request";
import { setTimeout as wait } from "node:timers/promises";
import { judgeAnswer, type Answer, type FieldError, type Verdict } from "./answer.ts";
import {
  type CallBudget,
  msUntilAffordable,
  readCost,
  reservedPointsOf,
  restored,
} from "./call-budget.ts";
import { retryDelayMs } from "./retry-delay.ts";
import { ShopifyCallFailed } from "./shopify-call-failed.ts";

export const adminApiVersion = "2026-07";

/** How often a call in the background looks whether there are points for it. */
const lookAgainMs = 200;

export interface CallOptions {
  /**
   * Whether sending the call a second time does no harm. False for what creates something: when its answer is lost
   * the call fails as "unreachable", and the caller looks whether the thing exists before it tries again.
   */
  repeatable?: boolean;
  /** Points the call will request, where the caller knows better than the last call of the same operation. */
  expectedPoints?: number;
  /** Nobody waits for the answer: the call waits until half of the bucket is left for whoever does. */
  isBackground?: boolean;
}

/** The one door to the Admin API of one shop. Waits for points, retries what may pass, fails with `ShopifyCallFailed`. */
export interface AdminClient {
  readonly shop: string;
  request<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<Data>;
  /** Like `request`, for answers in which single fields may be refused: those are null and listed. */
  requestPartly<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<{ data: Data; fieldErrors: FieldError[] }>;
  /** For addresses that Shopify gave us: bulk results and staged uploads. */
  readonly fetch: typeof fetch;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** What the shop said last about our points, and what has come back since; null before the first answer. */
  readBudget(): CallBudget | null;
}

export interface AdminClientSettings {
  shop: string;
  /** Asked before every attempt, so a renewed token is used as soon as there is one. Told which one was rejected. */
  accessToken: (rejectedToken: string | null) => Promise<string>;
  fetch?: typeof fetch;
  sleep?: (ms: number) => Promise<unknown>;
  /** Milliseconds of a steady clock. */
  clock?: () => number;
  onBudget?: (budget: CallBudget) => void;
  attemptTimeoutMs?: number;
  /** No attempt begins later than this after the first. */
  deadlineMs?: number;
}

export function createAdminClient(settings: AdminClientSettings): AdminClient {
  const {
    shop,
    accessToken,
    fetch = globalThis.fetch,
    sleep = (ms: number) => wait(ms),
    clock = () => performance.now(),
    onBudget = () => {},
    attemptTimeoutMs = 30_000,
    deadlineMs = 120_000,
  } = settings;
  const graphql = new GraphQLClient(`https://${shop}/admin/api/${adminApiVersion}/graphql.json`, {
    fetch,
    errorPolicy: "all",
  });
  const pointsByOperation = new Map<string, number>();
  let budget: CallBudget | null = null;
  let budgetReadAt = 0;

  return { shop, fetch, sleep, request, requestPartly, readBudget };

  async function request<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    options: CallOptions = {},
  ): Promise<Data> {
    const { data, fieldErrors } = await requestPartly(document, variables, options);
    const [first] = fieldErrors;
    if (first !== undefined) {
      throw new ShopifyCallFailed(
        "refused",
        shop,
        operationNameOf(document),
        `${first.code} at ${first.path.join(".")}`,
      );
    }
    return data;
  }

  async function requestPartly<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    { repeatable = true, expectedPoints, isBackground = false }: CallOptions = {},
  ): Promise<{ data: Data; fieldErrors: FieldError[] }> {
    const operation = operationNameOf(document);
    const startedAt = clock();
    let rejectedToken: string | null = null;

    for (let attempt = 1; ; attempt += 1) {
      await waitForPoints(expectedPoints ?? pointsByOperation.get(operation) ?? 0, isBackground);
      const token = await accessToken(rejectedToken);
      if (token === rejectedToken) throw tokenRejected(operation);
      const verdict: Verdict<Data> = judgeAnswer(
        await send<Data>(print(document), variables, token, operation),
      );
      if (verdict.kind === "answered") return verdict;
      if (verdict.kind === "failed")
        throw new ShopifyCallFailed(verdict.failure, shop, operation, verdict.detail);
      if (verdict.kind === "token-rejected") {
        if (rejectedToken !== null) throw tokenRejected(operation);
        rejectedToken = token;
        continue;
      }

      const delayMs = retryDelayMs(attempt, verdict.leastDelayMs, Math.random());
      const mayRepeat = repeatable || verdict.wasRefusedUnread;
      if (!mayRepeat || clock() - startedAt + delayMs > deadlineMs) {
        throw new ShopifyCallFailed(
          "unreachable",
          shop,
          operation,
          `${verdict.detail}, attempt ${attempt}`,
        );
      }
      await sleep(delayMs);
    }
  }

  function tokenRejected(operation: string): ShopifyCallFailed {
    return new ShopifyCallFailed(
      "token-rejected",
      shop,
      operation,
      "Shopify rejected the access token",
    );
  }

  function readBudget(): CallBudget | null {
    return budget === null ? null : restored(budget, clock() - budgetReadAt);
  }

  async function waitForPoints(points: number, isBackground: boolean): Promise<void> {
    for (;;) {
      if (budget === null) return;
      const needed = points + (isBackground ? reservedPointsOf(budget) : 0);
      const waitMs = msUntilAffordable(budget, needed, clock() - budgetReadAt);
      // Whoever is served meanwhile goes first, and may be told that the bucket is fuller than we believe: in the
      // background it is looked at again and again.
      if (!isBackground || waitMs === 0) {
        // Spent in advance, so that calls under way at the same time do not count on the same points.
        budget = { ...budget, availablePoints: budget.availablePoints - points };
        if (waitMs > 0) await sleep(waitMs);
        return;
      }
      await sleep(Math.min(waitMs, lookAgainMs));
    }
  }

  async function send<Data>(
    query: string,
    variables: object,
    token: string,
    operation: string,
  ): Promise<Answer<Data>> {
    try {
      const { data, errors, extensions } = await graphql.rawRequest<Data | null>({
        query,
        variables,
        requestHeaders: { "X-Shopify-Access-Token": token },
        signal: AbortSignal.timeout(attemptTimeoutMs),
      });
      noteCost(extensions, operation);
      return { kind: "graphql", data: data ?? null, errors, extensions };
    } catch (error) {
      // A ClientError's message quotes the variables and the answer, so only its status goes on from here.
      if (!(error instanceof ClientError)) return { kind: "none", error };
      return { kind: "status", status: error.response.status, headers: error.response.headers };
    }
  }

  function noteCost(extensions: unknown, operation: string): void {
    const cost = readCost(extensions);
    if (cost === null) return;
    pointsByOperation.set(operation, cost.requestedPoints);
    budget = cost.budget;
    budgetReadAt = clock();
    onBudget(budget);
  }
}

function operationNameOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.name)
      return definition.name.value;
  }
  throw new Error("a document sent to Shopify needs a name, which errors and costs are kept under");
}
