import { emailConsentOf, type Customer } from "../../world/customer.ts";
import { optionalDateTimeText } from "./scalar-text.ts";

/** How a customer is reached by e-mail and what was agreed to; null without an address. */
export function emailAddressOf(customer: Customer) {
  if (customer.email === "") return null;
  const { state, optInLevel, updatedAtMs } = emailConsentOf(customer);
  return {
    emailAddress: customer.email,
    marketingState: state,
    marketingOptInLevel: optInLevel,
    marketingUpdatedAt: optionalDateTimeText(updatedAtMs),
    openTrackingLevel: "UNKNOWN",
    sourceLocation: null,
    validFormat: hasValidFormat(customer),
  };
}

/** The deprecated form of the same. */
export function emailMarketingConsentOf(customer: Customer) {
  if (customer.email === "") return null;
  const { state, optInLevel, updatedAtMs } = emailConsentOf(customer);
  return {
    marketingState: state,
    marketingOptInLevel: optInLevel,
    consentUpdatedAt: optionalDateTimeText(updatedAtMs),
    sourceLocation: null,
  };
}

/** Nobody in this shop was ever asked about text messages. */
export function phoneNumberOf({ rare }: Customer) {
  if (rare?.phone == null) return null;
  return {
    phoneNumber: rare.phone,
    marketingState: "NOT_SUBSCRIBED",
    marketingOptInLevel: "SINGLE_OPT_IN",
    marketingUpdatedAt: null,
    marketingCollectedFrom: null,
    sourceLocation: null,
  };
}

export function hasValidFormat({ email }: Customer): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email);
}
