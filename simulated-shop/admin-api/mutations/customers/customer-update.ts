import { changeCustomerTags } from "../../../world/change-customer-tags.ts";
import type { Customer } from "../../../world/customer.ts";
import { updateCustomer, type CustomerChanges } from "../../../world/update-customer.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import { userError } from "../user-error.ts";
import {
  NOBODY,
  normalizeEmail,
  normalizePhone,
  problemsWithCustomer,
  unansweredFieldOf,
  type CustomerInput,
} from "./customer-input.ts";
import { findCustomer } from "./find-customer.ts";

/** `customerUpdate`. Its `tags` replace all tags, other apps' as well; consent has a mutation of its own. */
export function customerUpdate(
  _root: unknown,
  { input }: { input: CustomerInput },
  { shop: { world } }: RequestContext,
) {
  const unanswered = unansweredFieldOf(input);
  if (unanswered !== undefined) throw unansweredError("CustomerInput", unanswered);
  const customer = findCustomer(world, input.id);
  if (customer === undefined)
    return { customer: null, userErrors: [userError(["id"], "Customer does not exist")] };
  if (input.emailMarketingConsent != null)
    return {
      customer: null,
      userErrors: [
        userError(
          ["emailMarketingConsent"],
          "To update emailMarketingConsent, please use the customerEmailMarketingConsentUpdate Mutation instead",
        ),
      ],
    };
  const userErrors = problemsWithCustomer(world, input, customer);
  const changes = changesOf(input);
  if (userErrors.length === 0 && isNobody({ ...customer, ...changes })) userErrors.push(NOBODY);
  if (userErrors.length > 0) return { customer: null, userErrors };

  if (input.tags != null) changeCustomerTags(world, customer, input.tags);
  if (Object.keys(changes).length > 0) updateCustomer(world, customer, changes);
  return { customer, userErrors: [] };
}

function isNobody({
  email,
  firstName,
  lastName,
  rare,
}: Pick<Customer, "email" | "firstName" | "lastName" | "rare">): boolean {
  return `${email}${firstName}${lastName}${rare?.phone ?? ""}`.trim() === "";
}

function changesOf(input: CustomerInput): CustomerChanges {
  const { email, phone, locale, taxExempt } = input;
  const rare = {
    ...(phone !== undefined && {
      phone: phone === null || phone === "" ? null : normalizePhone(phone),
    }),
    ...(locale != null && { locale }),
    ...(taxExempt != null && { taxExempt }),
  };
  return {
    ...(email !== undefined && { email: normalizeEmail(email ?? "") }),
    ...(input.firstName !== undefined && { firstName: input.firstName ?? "" }),
    ...(input.lastName !== undefined && { lastName: input.lastName ?? "" }),
    ...(input.note !== undefined && { note: input.note }),
    ...(Object.keys(rare).length > 0 && { rare }),
  };
}
