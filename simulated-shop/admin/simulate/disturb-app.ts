import { z } from "zod";
import { FAULT_KINDS, faultRuleSchema, type FaultRule } from "../../webhooks/fault-plan.ts";
import { COMPLIANCE_TOPICS } from "../../webhooks/payloads/compliance-payloads.ts";
import { uninstallApp } from "../../world/uninstall-app.ts";
import type { Admin } from "../admin-parts.ts";
import { idField, yesField } from "./field-schemas.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";

/** A list of rules, as tests send it; or one fault by name, as the inspector's buttons do. Neither ends all faults. */
export const faultsSchema = z.object({
  rules: z.array(faultRuleSchema).optional(),
  fault: z.enum(FAULT_KINDS).optional(),
  topic: z.string().optional(),
  delayMs: z.coerce.number().optional(),
  durationMs: z.coerce.number().optional(),
  skewMs: z.coerce.number().optional(),
  among: z.coerce.number().optional(),
  withinMs: z.coerce.number().optional(),
  extraTimes: z.coerce.number().optional(),
  status: z.coerce.number().optional(),
  reachesApp: yesField.optional(),
  at: z.string().optional(),
  tries: z.coerce.number().optional(),
  /** The named fault comes after the rules there are, instead of in their place. */
  keep: yesField.default(false),
  times: z.coerce.number().int().min(1).optional(),
  chance: z.coerce.number().optional(),
  /** Of the dice that `chance` throws. */
  seed: z.coerce.number().int().optional(),
});

export const complianceSchema = z.object({
  topic: z.enum(COMPLIANCE_TOPICS),
  customerId: idField.optional(),
});

export function planFaults(
  { webhooks }: Pick<Admin, "webhooks">,
  request: z.infer<typeof faultsSchema>,
): SimulationOutcome {
  const { rules: given, fault: kind, topic, times, chance, seed, keep, ...details } = request;
  const fault = { kind, ...details };
  const named = z
    .array(faultRuleSchema)
    .safeParse(kind === undefined ? [] : [{ topic, times, chance, fault }]);
  if (!named.success) return refused(400, z.prettifyError(named.error));
  const former = keep ? webhooks.faults.rules : [];
  const rules: readonly FaultRule[] = given ?? [...former, ...named.data];
  webhooks.faults.set(rules, { ...(seed !== undefined && { seed }) });
  return done(rules.length === 0 ? "Webhooks arrive as they should." : "The fault is planned.", {
    rules,
  });
}

export function simulateUninstall({ world }: Pick<Admin, "world">): SimulationOutcome {
  uninstallApp(world);
  return done("The app was uninstalled. Opening it installs it again.");
}

export function expireTokens({ tokens }: Pick<Admin, "tokens">): SimulationOutcome {
  tokens.expireAccess();
  return done("The app's access tokens have expired; its refresh token still works.");
}

/** A privacy request. Without a customer it speaks of the first one there is. */
export function requestCompliance(
  { world, webhooks }: Pick<Admin, "world" | "webhooks">,
  request: z.infer<typeof complianceSchema>,
): SimulationOutcome {
  const { topic, customerId } = request;
  if (topic === "shop/redact") {
    webhooks.sendCompliance({ topic });
    return done(`${topic} was sent.`);
  }
  const customer =
    customerId === undefined
      ? world.customers.values().next().value
      : world.customers.get(customerId);
  if (customer === undefined) return refused(404, "There is no such customer.");
  webhooks.sendCompliance({ topic, customer, requestId: world.ids.take("Action") });
  return done(`${topic} was sent for customer ${customer.id}.`, { customerId: customer.id });
}
