import type { ShopifyLibrary } from "./shopify-library.ts";

export type FlowVerdict =
  | {
      kind: "verified";
      /** Whatever JSON it is. Which shop it is about is in it: the headers are not signed. */
      body: unknown;
    }
  | { kind: "bad-signature" }
  /** Signed, and no JSON. */
  | { kind: "malformed" };

/**
 * Whether Shopify Flow sent this, by the signature of the raw body. Loads no session and renews no token, so that a call
 * of Flow's is answered without asking Shopify anything.
 */
export async function verifyFlowCall(
  library: ShopifyLibrary,
  request: Request,
  rawBody: string,
): Promise<FlowVerdict> {
  const checked = await library.flow.validate({ rawBody, rawRequest: request });
  if (!checked.valid) return { kind: "bad-signature" };
  try {
    return { kind: "verified", body: JSON.parse(rawBody) as unknown };
  } catch {
    return { kind: "malformed" };
  }
}
