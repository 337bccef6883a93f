import { z } from "zod";
import type { Admin } from "../admin-parts.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";

export const failNextBulkSchema = z.object({
  afterObjects: z.coerce.number().int().min(0).default(0),
  errorCode: z.enum(["ACCESS_DENIED", "INTERNAL_SERVER_ERROR", "TIMEOUT"]).default("TIMEOUT"),
});

export const tokenSchema = z.object({
  /** The last characters of a token, as the inspector shows them. */
  ending: z.string().min(6),
});

/** Asks a bulk operation to stop, as the app could. */
export function cancelBulk({ world, bulk }: Admin, id: number): SimulationOutcome {
  const operation = world.bulkOperations.get(id);
  if (operation === undefined) return refused(404, "There is no such bulk operation.");
  if (!bulk.cancel(operation)) return refused(409, `It has ended already: ${operation.status}.`);
  return done("The bulk operation is being cancelled.", { status: operation.status });
}

export function failNextBulk(
  { bulk }: Admin,
  failure: z.infer<typeof failNextBulkSchema>,
): SimulationOutcome {
  bulk.failNext(failure);
  return done(`The next bulk operation fails with ${failure.errorCode}.`, failure);
}

/** The app has to notice by asking: Shopify says itself that this webhook may be lost. */
export function loseNextFinish({ webhooks }: Pick<Admin, "webhooks">): SimulationOutcome {
  webhooks.faults.set([
    { topic: "bulk_operations/finish", times: 1, fault: { kind: "drop" } },
    ...webhooks.faults.rules,
  ]);
  return done("The next bulk_operations/finish is lost.", { rules: webhooks.faults.rules });
}

/** Sends a webhook once more, with the same id and body. */
export function sendAgain(
  { webhooks }: Pick<Admin, "webhooks">,
  webhookId: string,
): SimulationOutcome {
  return webhooks.sendAgain(webhookId)
    ? done("The webhook is sent again.", { webhookId })
    : refused(404, "There is no such webhook that could be sent.");
}

export function revokeToken(
  { tokens }: Pick<Admin, "tokens">,
  { ending }: z.infer<typeof tokenSchema>,
): SimulationOutcome {
  return tokens.revoke(ending)
    ? done(`The token …${ending} was revoked.`, { ending })
    : refused(404, `No live token ends with ${ending}.`);
}
