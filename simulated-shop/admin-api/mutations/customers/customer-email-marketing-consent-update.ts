import { updateEmailConsent } from "../../../world/update-email-consent.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { readEmailConsent } from "./customer-create.ts";
import type { EmailConsentInput } from "./customer-input.ts";
import { findCustomer } from "./find-customer.ts";

type ConsentArgs = { input: { customerId: string; emailMarketingConsent: EmailConsentInput } };

/** `customerEmailMarketingConsentUpdate`. */
export function customerEmailMarketingConsentUpdate(
  _root: unknown,
  { input: { customerId, emailMarketingConsent } }: ConsentArgs,
  { shop: { world } }: RequestContext,
) {
  const customer = findCustomer(world, customerId);
  if (customer === undefined)
    return {
      customer: null,
      userErrors: [userError(["input", "customerId"], "Customer not found", "INVALID")],
    };
  if (customer.email === "")
    return {
      customer: null,
      userErrors: [
        userError(
          ["input", "emailMarketingConsent"],
          "An email address is required to set the email marketing consent state.",
          "INVALID",
        ),
      ],
    };
  updateEmailConsent(world, customer, readEmailConsent(world, emailMarketingConsent));
  return { customer, userErrors: [] };
}
