import { z } from "zod";
import { hasFormOfOurs } from "../../persistence/label-tags.ts";
import { isTopic, type Topic } from "./events/topics.ts";

/** What is kept of a webhook's body: ids as digits, and nothing of a person. */
export type WebhookSubject = Record<string, string>;

/** Ids can be larger than a number holds exactly; those arrive as text already. */
const id = z.union([z.int().positive().transform(String), z.string().regex(/^\d{1,19}$/)]);
const orderGid = gidOf("Order");
const customerGid = gidOf("Customer");

const order = z
  .object({ admin_graphql_api_id: orderGid })
  .transform((body) => ({ orderId: body.admin_graphql_api_id }));
const deletedOrder = z.object({ id }).transform((body) => ({ orderId: body.id }));
const refund = z.object({ order_id: id }).transform((body) => ({ orderId: body.order_id }));
const editedOrder = z
  .object({ order_edit: z.object({ order_id: id }) })
  .transform((body) => ({ orderId: body.order_edit.order_id }));
const changedCustomer = z
  .object({ admin_graphql_api_id: customerGid })
  .transform((body) => ({ customerId: body.admin_graphql_api_id }));
const deletedCustomer = z.object({ id }).transform((body) => ({ customerId: body.id }));
const mergedCustomer = z
  .object({
    admin_graphql_api_customer_deleted_id: customerGid,
    admin_graphql_api_customer_kept_id: customerGid.optional(),
  })
  .transform((body) => ({
    customerId: body.admin_graphql_api_customer_deleted_id,
    ...(body.admin_graphql_api_customer_kept_id !== undefined && {
      keptId: body.admin_graphql_api_customer_kept_id,
    }),
  }));
/** Of tags only those with a prefix of ours are kept: a merchant's may say anything about anybody. */
function taggedCustomer(prefixes: readonly string[]): z.ZodType<WebhookSubject> {
  const isOurs = (tag: string) => prefixes.some((prefix) => hasFormOfOurs(tag, prefix));
  return z
    .object({ customerId: customerGid, tags: z.array(z.string()) })
    .transform(({ customerId, tags }) => ({ customerId, tags: tags.filter(isOurs).join(",") }));
}
const customer = z
  .object({ customer: z.object({ id }) })
  .transform((body) => ({ customerId: body.customer.id }));
const segment = z
  .object({ admin_graphql_api_id: gidOf("Segment") })
  .transform((body) => ({ segmentId: body.admin_graphql_api_id }));
const bulkOperation = z
  .object({ admin_graphql_api_id: gidOf("BulkOperation") })
  .transform((body) => ({ operationId: body.admin_graphql_api_id }));
const nothing = z.object({}).transform(() => ({}));

const subjects: Record<Topic, z.ZodType<WebhookSubject> | typeof taggedCustomer> = {
  "orders/create": order,
  "orders/updated": order,
  "orders/paid": order,
  "orders/cancelled": order,
  "orders/edited": editedOrder,
  "orders/delete": deletedOrder,
  "refunds/create": refund,
  "customers/create": changedCustomer,
  "customers/update": changedCustomer,
  "customers/delete": deletedCustomer,
  "customers/merge": mergedCustomer,
  "customer.tags_added": taggedCustomer,
  "customer.tags_removed": taggedCustomer,
  "segments/update": segment,
  "segments/delete": segment,
  "bulk_operations/finish": bulkOperation,
  "app/uninstalled": nothing,
  "app/scopes_update": nothing,
  "customers/data_request": customer,
  "customers/redact": customer,
  "shop/redact": nothing,
};

/**
 * Whom or what a webhook is about; null when its body does not say so. A topic we do not know is about nothing.
 * `tagPrefixes`: what tags of ours begin with in that shop.
 */
export function subjectOf(
  topic: string,
  body: Record<string, unknown>,
  tagPrefixes: readonly string[] = [],
): WebhookSubject | null {
  const subject = isTopic(topic) ? subjects[topic] : nothing;
  const schema = typeof subject === "function" ? subject(tagPrefixes) : subject;
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** Whether its subject depends on what tags of ours begin with. */
export function isAboutTags(topic: string): boolean {
  return isTopic(topic) && typeof subjects[topic] === "function";
}

function gidOf(type: "Order" | "Customer" | "BulkOperation" | "Segment") {
  return z
    .string()
    .regex(new RegExp(`^gid://shopify/${type}/\\d{1,19}$`))
    .transform((text) => text.split("/").at(-1) ?? "");
}
