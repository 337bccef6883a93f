import { z } from "zod";
import { isTopic, type Topic } from "./events/topics.ts";

/** What is kept of a webhook's body: ids as digits, and nothing of a person. */
export type WebhookSubject = Record<string, string>;

/** Ids can be larger than a number holds exactly; those arrive as text already. */
const id = z.union([z.int().positive().transform(String), z.string().regex(/^\d{1,19}$/)]);
const orderGid = z
  .string()
  .regex(/^gid:\/\/shopify\/Order\/\d{1,19}$/)
  .transform((text) => text.split("/").at(-1) ?? "");

const order = z
  .object({ admin_graphql_api_id: orderGid })
  .transform((body) => ({ orderId: body.admin_graphql_api_id }));
const deletedOrder = z.object({ id }).transform((body) => ({ orderId: body.id }));
const refund = z.object({ order_id: id }).transform((body) => ({ orderId: body.order_id }));
const customer = z
  .object({ customer: z.object({ id }) })
  .transform((body) => ({ customerId: body.customer.id }));
const nothing = z.object({}).transform(() => ({}));

const subjects: Record<Topic, z.ZodType<WebhookSubject>> = {
  "orders/create": order,
  "orders/updated": order,
  "orders/cancelled": order,
  "orders/delete": deletedOrder,
  "refunds/create": refund,
  "app/uninstalled": nothing,
  "app/scopes_update": nothing,
  "customers/data_request": customer,
  "customers/redact": customer,
  "shop/redact": nothing,
};

/** Whom or what a webhook is about; null when its body does not say so. A topic we do not know is about nothing. */
export function subjectOf(topic: string, body: Record<string, unknown>): WebhookSubject | null {
  const parsed = (isTopic(topic) ? subjects[topic] : nothing).safeParse(body);
  return parsed.success ? parsed.data : null;
}
