import type { FieldError } from "./answer.ts";
import type { UserError } from "./user-errors.ts";

/** What became of one customer's part of a write to many. */
export type WriteOutcome =
  | {
      kind: "done";
      /** How many tags the customer has now, where Shopify said. */
      tagCount?: number;
      /** What the next write of the customer's fields may count on, where Shopify said. */
      digests?: FieldDigests;
    }
  /** Deleted or merged into another since we last looked. */
  | { kind: "customer-gone" }
  /** A field is not as it was when we last saw it: somebody else has written it. */
  | { kind: "conflict" }
  /** Shopify will never take it as it is; the message is its own. */
  | { kind: "refused"; message: string }
  /** Not done, and worth another attempt. */
  | { kind: "try-again"; code: string };

/** Shopify's digests of a customer's fields; null where there is no such field. */
export interface FieldDigests {
  tier: string | null;
  standing: string | null;
}

export interface CustomerOutcome {
  customerId: bigint;
  outcome: WriteOutcome;
}

const idFields = new Set(["id", "ownerId"]);
const passingCodes = new Set(["INTERNAL_SERVER_ERROR", "INTERNAL_ERROR", "TIMEOUT", "THROTTLED"]);

/** Reads the outcome off one answer: what is wrong with an id is that the customer is gone. */
export function outcomeOf(
  userErrors: readonly UserError[] | undefined,
  errors: readonly Pick<FieldError, "code" | "message">[] = [],
): WriteOutcome {
  const [error] = errors;
  if (error !== undefined) {
    if (passingCodes.has(error.code)) return { kind: "try-again", code: error.code };
    return { kind: "refused", message: error.message };
  }
  if (userErrors === undefined) return { kind: "try-again", code: "NO_ANSWER" };
  const [userError] = userErrors;
  if (userError === undefined) return { kind: "done" };
  if (idFields.has(userError.field?.at(-1) ?? "")) return { kind: "customer-gone" };
  if (userError.code === "STALE_OBJECT") return { kind: "conflict" };
  if (passingCodes.has(userError.code ?? ""))
    return { kind: "try-again", code: userError.code ?? "" };
  return { kind: "refused", message: userError.message };
}
