/** One discount as an order remembers it: a copy, since the discount may be changed or deleted later. */
export type AppliedDiscount = {
  /** A code, an automatic discount's title, or the description of what staff gave by hand. */
  readonly kind: "code" | "automatic" | "manual";
  readonly label: string;
  readonly target: "lines" | "shipping";
  /** ALL: everything; ENTITLED: what the discount names. */
  readonly targetSelection: "ALL" | "ENTITLED" | "EXPLICIT";
  /** ACROSS: an amount spread over the lines; EACH: to each of them. */
  readonly allocationMethod: "ACROSS" | "EACH";
  readonly value:
    | { readonly kind: "percentage"; /** 0.1 is 10 % */ readonly fraction: number }
    | { readonly kind: "amount"; readonly amountMinor: number };
  /** What it took off this order in all. */
  readonly amountMinor: number;
};
