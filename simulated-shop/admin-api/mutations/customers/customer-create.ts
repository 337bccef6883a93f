import { addCustomer } from "../../../world/add-customer.ts";
import type { EmailConsent } from "../../../world/customer.ts";
import type { World } from "../../../world/world.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import { userError, type UserError } from "../user-error.ts";
import {
  NOBODY,
  normalizeEmail,
  normalizePhone,
  problemsWithCustomer,
  unansweredFieldOf,
  type CustomerInput,
  type EmailConsentInput,
} from "./customer-input.ts";

/** `customerCreate`. */
export function customerCreate(
  _root: unknown,
  { input }: { input: CustomerInput },
  { shop: { world } }: RequestContext,
) {
  const unanswered = unansweredFieldOf(input);
  if (unanswered !== undefined) throw unansweredError("CustomerInput", unanswered);
  const { email, phone, firstName, lastName, emailMarketingConsent: consent } = input;
  if (input.id != null) return refuse(userError(["id"], "Cannot specify ID on creation"));
  if (![email, phone, firstName, lastName].some((text) => text != null && text.trim() !== ""))
    return refuse(NOBODY);
  if (consent != null && (email ?? "") === "")
    return refuse(
      userError(
        ["emailMarketingConsent"],
        "An email address is required to set the email marketing consent state.",
      ),
    );
  const userErrors = problemsWithCustomer(world, input, null);
  if (userErrors.length > 0) return { customer: null, userErrors };
  const customer = addCustomer(world, {
    email: normalizeEmail(email ?? ""),
    firstName: firstName ?? "",
    lastName: lastName ?? "",
    note: input.note ?? null,
    tags: input.tags ?? [],
    acceptsMarketing: consent?.marketingState === "SUBSCRIBED",
    rare: rareFactsOf(world, input),
  });
  return { customer, userErrors: [] };

  function refuse(error: UserError) {
    return { customer: null, userErrors: [error] };
  }

  function rareFactsOf(shopWorld: World, { locale, taxExempt }: CustomerInput) {
    const facts = {
      ...(phone != null && phone !== "" && { phone: normalizePhone(phone) }),
      ...(locale != null && { locale }),
      ...(taxExempt != null && { taxExempt }),
      ...(consent != null && { emailConsent: readEmailConsent(shopWorld, consent) }),
    };
    return Object.keys(facts).length === 0 ? null : facts;
  }
}

/** An e-mail consent as given; of now when no moment is. */
export function readEmailConsent(
  world: World,
  { marketingState, marketingOptInLevel, consentUpdatedAt }: EmailConsentInput,
): EmailConsent {
  return {
    state: marketingState,
    optInLevel: marketingOptInLevel ?? "SINGLE_OPT_IN",
    updatedAtMs: consentUpdatedAt == null ? world.clock.nowMs() : Date.parse(consentUpdatedAt),
  };
}
