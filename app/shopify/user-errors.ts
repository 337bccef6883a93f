/** What Shopify found wrong with a change, in its own words. */
export interface UserError {
  field: string[] | null;
  message: string;
  /** Some changes name the kind of error, others do not. */
  code?: string | null | undefined;
}

/** Shopify will not make this change; the message is its own. */
export interface Refused {
  kind: "refused";
  message: string;
}

/** A refusal in one sentence; null when nothing was wrong. */
export function refusalOf(userErrors: readonly UserError[] | undefined): Refused | null {
  if (userErrors === undefined) return { kind: "refused", message: "Shopify gave no answer" };
  if (userErrors.length === 0) return null;
  return { kind: "refused", message: userErrors.map(({ message }) => message).join(" ") };
}
