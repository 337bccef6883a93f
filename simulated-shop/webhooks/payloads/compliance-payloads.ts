import type { Customer } from "../../world/customer.ts";
import type { World } from "../../world/world.ts";

export const COMPLIANCE_TOPICS = [
  "customers/data_request",
  "customers/redact",
  "shop/redact",
] as const;
export type ComplianceTopic = (typeof COMPLIANCE_TOPICS)[number];

/** What a privacy request says. A customer's requests name the customer and every order they placed. */
export function compliancePayload(
  request:
    | { topic: "shop/redact" }
    | { topic: Exclude<ComplianceTopic, "shop/redact">; customer: Customer; requestId: number },
  { shop }: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  const who = { shop_id: shop.id, shop_domain: shop.domain };
  if (request.topic === "shop/redact") return who;
  const { id, email, orders } = request.customer;
  const orderIds = orders.map((order) => order.id);
  const customer = { id, email, phone: null };
  return request.topic === "customers/redact"
    ? { ...who, customer, orders_to_redact: orderIds }
    : { ...who, customer, orders_requested: orderIds, data_request: { id: request.requestId } };
}
