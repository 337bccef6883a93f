import type { Customer, EmailConsent } from "./customer.ts";
import { touchCustomer } from "./update-customer.ts";
import { newActionId, type World } from "./world.ts";

/** What a customer now says about marketing e-mail. Emits customer-email-consent-updated and customer-updated. */
export function updateEmailConsent(world: World, customer: Customer, consent: EmailConsent): void {
  customer.acceptsMarketing = consent.state === "SUBSCRIBED";
  customer.rare = { ...customer.rare, emailConsent: consent };
  touchCustomer(world, customer);
  world.revision += 1;
  const actionId = newActionId(world);
  world.events.emit({ kind: "customer-email-consent-updated", actionId, customer });
  world.events.emit({ kind: "customer-updated", actionId, customer });
}
