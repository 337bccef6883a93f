import { z } from "zod";
import type { Customer } from "../../world/customer.ts";
import { deleteCustomer } from "../../world/delete-customer.ts";
import { mergeCustomers, planMerge, type MergeProblem } from "../../world/merge-customers.ts";
import { updateEmailConsent } from "../../world/update-email-consent.ts";
import type { World } from "../../world/world.ts";
import { idField } from "./field-schemas.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";

export const consentSchema = z.object({
  state: z.enum(["SUBSCRIBED", "UNSUBSCRIBED", "NOT_SUBSCRIBED", "PENDING"]),
  optInLevel: z.enum(["SINGLE_OPT_IN", "CONFIRMED_OPT_IN", "UNKNOWN"]).default("SINGLE_OPT_IN"),
});

export const mergeSchema = z.object({
  /** The customer to merge with. */
  otherId: idField,
  /** Whose e-mail, name and id stay. Left out: the only one with an e-mail, else the other one. */
  keepId: idField.optional(),
});

/** The customer, or the merchant, changes what e-mail may be sent. */
export function simulateConsent(
  world: World,
  customer: Customer,
  { state, optInLevel }: z.infer<typeof consentSchema>,
): SimulationOutcome {
  updateEmailConsent(world, customer, { state, optInLevel, updatedAtMs: world.clock.nowMs() });
  return done("The consent to marketing e-mail was changed.", { state });
}

/** Only customers without orders can be deleted. */
export function simulateCustomerDeletion(world: World, customer: Customer): SimulationOutcome {
  deleteCustomer(world, customer);
  return done(`Customer ${customer.id} was deleted.`, { customer: { id: customer.id } });
}

export function simulateMerge(
  world: World,
  customer: Customer,
  { otherId, keepId }: z.infer<typeof mergeSchema>,
): SimulationOutcome {
  const other = world.customers.get(otherId);
  if (other === undefined) return refused(404, `There is no customer ${otherId}.`);
  if (other === customer) return refused(409, "A customer cannot be merged with itself.");
  const kept = [customer, other].find(({ id }) => id === keepId);
  if (keepId !== undefined && kept === undefined)
    return refused(409, `Customer ${keepId} is neither of the two.`);
  const plan = planMerge(customer, other, kept === undefined ? {} : { emailOf: kept });
  const [problem] = plan.problems;
  if (problem !== undefined) return refused(409, wordsFor(problem));
  mergeCustomers(world, plan);
  return done(`Customer ${plan.deleted.id} was merged into ${plan.kept.id}.`, {
    customer: { id: plan.kept.id },
    deletedId: plan.deleted.id,
  });
}

/** Why two customers cannot be merged. */
export function wordsFor(problem: MergeProblem): string {
  switch (problem.kind) {
    case "has-gift-cards":
      return `Customer ${problem.customer.id} has gift cards and cannot be merged.`;
    case "too-many-tags":
      return "Together they have more tags than one customer can have.";
    case "note-too-long":
      return "Together their notes are too long.";
  }
}
