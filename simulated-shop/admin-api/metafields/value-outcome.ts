/** A metafield's value as Shopify stores it, or what is wrong with it in Shopify's words. */
export type ValueOutcome =
  | { readonly kind: "value"; readonly value: string }
  | {
      readonly kind: "problem";
      readonly message: string;
      /** The element of a list that is wrong. */
      readonly elementIndex: number | null;
    };

export function stored(value: string): ValueOutcome {
  return { kind: "value", value };
}

export function problem(message: string, elementIndex: number | null = null): ValueOutcome {
  return { kind: "problem", message, elementIndex };
}
