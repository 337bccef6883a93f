import { nameOfPlace } from "../../components/place-names.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { OrderLine } from "../../use-cases/pages/describe-order.ts";

/** How an order came about, in a few words each; nothing of what Shopify does not say. */
export function contextInWords(
  { country, channel, firstSource, lastSource, ...order }: OrderLine["context"],
  text: Text,
  formats: Pick<Formats, "country">,
): string[] {
  const words: string[] = [];
  if (country !== null) words.push(nameOfPlace("country", country, text, formats));
  if (channel !== null) words.push(nameOfPlace("channel", channel, text, formats));
  const source = lastSource ?? firstSource;
  if (source !== null && firstSource !== null && firstSource !== source)
    words.push(text("customer.orders.context.sources", { first: firstSource, last: source }));
  else if (source !== null) words.push(text("customer.orders.context.source", { source }));
  if (order.usedDiscount) words.push(text("customer.orders.context.discount"));
  if (order.paidIn !== null)
    words.push(text("customer.orders.context.paid-in", { currency: order.paidIn }));
  if (order.paidBy.length > 0)
    words.push(text("customer.orders.context.paid-by", { gateways: order.paidBy.join(", ") }));
  if (order.shippedBy !== null)
    words.push(text("customer.orders.context.shipped-by", { method: order.shippedBy }));
  return words;
}
