import { ReceiveFlowTriggerDocument } from "../generated/admin/operations.ts";
import type { AdminClient, CallOptions } from "./admin-client.ts";
import { sendRepeated } from "./repeat-mutation.ts";
import { outcomeOf, type WriteOutcome } from "./write-outcome.ts";

/** Of one request; each costs what it would cost alone. */
export const flowTriggersPerCall = 25;

/** More than this of one payload is refused by Shopify. */
export const mostPayloadBytes = 50_000;

/** What Flow gets of one occasion: `customer_id`, and the fields of the trigger's extension by their keys. */
export type FlowPayload = { customer_id: number } & Record<string, string | number>;

export type FlowOutcome =
  | { kind: "taken" }
  /** The app's extension is not deployed, so nothing of this trigger can arrive. */
  | { kind: "no-such-trigger" }
  /** Shopify will not take it as it is; the message is its own. */
  | { kind: "refused"; message: string }
  /** Not taken, and worth another attempt. */
  | { kind: "try-again"; code: string };

/**
 * Starts the workflows that begin with one of our triggers, once per payload, up to `flowTriggersPerCall`. Shopify takes
 * no key by which it would know a repeat: after an attempt without an answer the same payload may start them twice.
 */
export async function startFlows(
  admin: AdminClient,
  handle: string,
  payloads: readonly FlowPayload[],
  options: CallOptions = {},
): Promise<FlowOutcome[]> {
  const answers = await sendRepeated(
    admin,
    ReceiveFlowTriggerDocument,
    payloads.map((payload) => ({ handle, payload })),
    options,
  );
  return answers.map(({ payload, errors }) =>
    flowOutcomeOf(outcomeOf(payload?.userErrors, errors)),
  );
}

function flowOutcomeOf(outcome: WriteOutcome): FlowOutcome {
  switch (outcome.kind) {
    case "done":
      return { kind: "taken" };
    case "try-again":
      return outcome;
    case "refused":
      return outcome.message.includes("Invalid handle")
        ? { kind: "no-such-trigger" }
        : { kind: "refused", message: outcome.message.replace(/\s+/g, " ").trim() };
    default:
      // What these say is about customers and their fields, of which this call changes none.
      return { kind: "refused", message: outcome.kind };
  }
}
