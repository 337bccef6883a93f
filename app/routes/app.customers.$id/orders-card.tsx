import { BlockStack, Box, Button, Card, Text } from "@shopify/polaris";
import { useState } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { OrderLine } from "../../use-cases/pages/describe-order.ts";
import { contextInWords } from "./context-words.ts";
import { countedInWords } from "./counted-words.ts";
import styles from "./timeline.module.css";

const SHOWN_AT_FIRST = 20;

interface OrdersCardProps {
  orders: OrderLine[];
  windowDays: number;
}

/** Every order, newest first: what it brought, and whether it counts or why not. */
export function OrdersCard({ orders, windowDays }: OrdersCardProps) {
  const text = useText();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? orders : orders.slice(0, SHOWN_AT_FIRST);

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("customer.orders.title")}
        </Text>
        <QuietLine>{answer()}</QuietLine>
        <ol className={styles.timeline}>
          {shown.map((order) => (
            <Order key={order.orderId} order={order} windowDays={windowDays} />
          ))}
        </ol>
        {shown.length < orders.length ? (
          <Box>
            <Button onClick={() => setShowsAll(true)}>
              {text("customer.orders.show-all", { orders: orders.length })}
            </Button>
          </Box>
        ) : null}
      </BlockStack>
    </Card>
  );

  function answer(): string {
    if (orders.length === 0) return text("customer.orders.none");
    const counted = orders.filter((order) => order.notCountedBecause === null).length;
    if (orders.length === 1 && counted === 1) return text("customer.orders.one");
    return text("customer.orders.answer", { counted, orders: orders.length });
  }
}

function Order({ order, windowDays }: { order: OrderLine; windowDays: number }) {
  const text = useText();
  const formats = useFormats();
  const context = contextInWords(order.context, text, formats);
  return (
    <li className={styles.order}>
      <Text as="span" fontWeight="medium">
        {order.name}
      </Text>
      <time dateTime={order.at} title={formats.dateAndTime(order.at)}>
        {formats.date(order.at)}
      </time>
      <span className={styles.amount}>{formats.money(order.netMinorUnits)}</span>
      <Text as="span" tone="subdued" variant="bodySm">
        {countedInWords(order, windowDays, text)}
      </Text>
      {context.length > 0 ? (
        <Text as="span" tone="subdued" variant="bodySm">
          {context.join(" · ")}
        </Text>
      ) : null}
      {order.refundedMinorUnits > 0 ? (
        <Text as="span" tone="subdued" variant="bodySm">
          {text("customer.orders.refunded", {
            total: formats.money(order.totalMinorUnits),
            refunded: formats.money(order.refundedMinorUnits),
          })}
        </Text>
      ) : null}
      {order.leftOutMinorUnits > 0 ? (
        <Text as="span" tone="subdued" variant="bodySm">
          {text("customer.orders.left-out", { amount: formats.money(order.leftOutMinorUnits) })}
        </Text>
      ) : null}
    </li>
  );
}
