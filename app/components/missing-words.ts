import type { Text } from "../i18n/text.ts";

interface Missing {
  customers?: number;
  returningCustomers?: number;
  /** Days. */
  observedTime?: number;
}

/** What a shop still lacks before anything can be foreseen: "12 more customers, 30 more days of orders". */
export function missingInWords(missing: Missing, text: Text): string {
  const { customers, returningCustomers, observedTime } = missing;
  const parts = [
    ...(customers === undefined ? [] : [text("missing.customers", { customers })]),
    ...(returningCustomers === undefined
      ? []
      : [text("missing.returning", { customers: returningCustomers })]),
    ...(observedTime === undefined
      ? []
      : [text("missing.days", { days: Math.ceil(observedTime) })]),
  ];
  return parts.join(", ");
}
