import { z } from "zod";
import { msUntilAffordable, readCost } from "./call-budget.ts";
import type { CallFailure } from "./shopify-call-failed.ts";

/** What came back from one attempt. */
export type Answer<Data> =
  | { kind: "none"; error: unknown }
  | { kind: "status"; status: number; headers: Headers }
  | { kind: "graphql"; data: Data | null; errors: unknown; extensions: unknown };

/** One field that Shopify would not answer. The message may quote what was asked; the code and the path do not. */
export interface FieldError {
  code: string;
  path: (string | number)[];
  message: string;
}

/** What to do about it. */
export type Verdict<Data> =
  | { kind: "answered"; data: Data; fieldErrors: FieldError[] }
  | { kind: "token-rejected" }
  | { kind: "failed"; failure: CallFailure; detail: string }
  /** `wasRefusedUnread`: nothing can have happened in the shop, so even a creation may be sent again. */
  | { kind: "retry"; leastDelayMs: number; wasRefusedUnread: boolean; detail: string };

/** The one place that decides whether a call succeeded, is over, or is worth another attempt. */
export function judgeAnswer<Data>(answer: Answer<Data>): Verdict<Data> {
  switch (answer.kind) {
    case "none":
      return judgeSilence(answer.error);
    case "status":
      return judgeStatus(answer.status, answer.headers);
    case "graphql":
      return judgeGraphql(answer);
  }
}

const neverConnectedCodes = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

function judgeSilence<Data>(error: unknown): Verdict<Data> {
  const code = networkCodeOf(error);
  const wasRefusedUnread = neverConnectedCodes.has(code);
  return { kind: "retry", leastDelayMs: 0, wasRefusedUnread, detail: `no answer (${code})` };
}

function networkCodeOf(error: unknown): string {
  const withCode = z.object({ code: z.string() });
  const cause = error instanceof Error ? withCode.safeParse(error.cause) : withCode.safeParse(null);
  if (cause.success) return cause.data.code;
  return error instanceof Error ? error.name : "unknown";
}

function judgeStatus<Data>(status: number, headers: Headers): Verdict<Data> {
  const detail = `HTTP ${status}`;
  if (status === 401) return { kind: "token-rejected" };
  if ([402, 403, 404, 423].includes(status))
    return { kind: "failed", failure: "shop-unavailable", detail };
  if (status === 429) {
    const seconds = Number(headers.get("Retry-After") ?? "");
    const leastDelayMs = Number.isFinite(seconds) ? seconds * 1_000 : 0;
    return { kind: "retry", leastDelayMs, wasRefusedUnread: true, detail };
  }
  if (status >= 500) return { kind: "retry", leastDelayMs: 0, wasRefusedUnread: false, detail };
  return { kind: "failed", failure: "refused", detail };
}

/** The `errors` of an answer, or of one line of a bulk result. */
export const graphqlErrors = z.array(
  z.object({
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])).default([]),
    extensions: z.object({ code: z.string().default("ERROR") }).default({ code: "ERROR" }),
  }),
);

const passingCodes = new Set(["INTERNAL_SERVER_ERROR", "TIMEOUT"]);

function judgeGraphql<Data>(answer: {
  data: Data | null;
  errors: unknown;
  extensions: unknown;
}): Verdict<Data> {
  const parsed = graphqlErrors.safeParse(answer.errors ?? []);
  if (!parsed.success) {
    return {
      kind: "retry",
      leastDelayMs: 0,
      wasRefusedUnread: false,
      detail: "an answer that is not GraphQL",
    };
  }
  const fieldErrors = parsed.data.map(({ message, path, extensions }) => ({
    code: extensions.code,
    path,
    message,
  }));
  const codes = fieldErrors.map(({ code }) => code);
  if (codes.includes("THROTTLED")) {
    return {
      kind: "retry",
      leastDelayMs: throttledMs(answer.extensions),
      wasRefusedUnread: true,
      detail: "THROTTLED",
    };
  }
  const passing = codes.find((code) => passingCodes.has(code));
  if (passing !== undefined)
    return { kind: "retry", leastDelayMs: 0, wasRefusedUnread: false, detail: passing };
  if (answer.data !== null) return { kind: "answered", data: answer.data, fieldErrors };
  return {
    kind: "failed",
    failure: "refused",
    detail: [...new Set(codes)].join(", ") || "an answer without data",
  };
}

function throttledMs(extensions: unknown): number {
  const cost = readCost(extensions);
  return cost === null ? 1_000 : msUntilAffordable(cost.budget, cost.requestedPoints, 0);
}
