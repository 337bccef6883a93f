import { BlockStack, Box, Button, Card, InlineGrid, Link, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { MoveText } from "../../components/move-text.tsx";
import { reasonInWords } from "../../components/move-words.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomerPage } from "../../use-cases/pages/customer-page.ts";
import type { OrderLine } from "../../use-cases/pages/describe-order.ts";
import type { Move } from "../../use-cases/pages/page-words.ts";
import { contextInWords } from "./context-words.ts";
import { countedInWords } from "./counted-words.ts";
import { historyOf, kindOfHistory, type HistoryKind } from "./history.ts";
import styles from "./timeline.module.css";

const SHOWN_AT_FIRST = 20;

interface HistoryCardProps {
  page: Pick<
    CustomerPage,
    | "customerId"
    | "orders"
    | "moves"
    | "windowDays"
    | "orderCount"
    | "countedOrders"
    | "olderOrders"
  >;
}

/** Orders, and why they count or not, and every change of tier and group between them; newest first. */
export function HistoryCard({ page }: HistoryCardProps) {
  const { customerId, orders, moves, windowDays, orderCount, countedOrders, olderOrders } = page;
  const text = useText();
  const [kind, setKind] = useState<HistoryKind>("all");
  const [showsAll, setShowsAll] = useState(false);
  const entries = historyOf(orders, moves, kind);
  const shown = showsAll ? entries : entries.slice(0, SHOWN_AT_FIRST);

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("customer.history.title")}
        </Text>
        <QuietLine>{answer()}</QuietLine>
        <InlineGrid columns={{ xs: 1, sm: 2 }}>
          <Select
            label={text("customer.history.show")}
            options={[
              { label: text("customer.history.all"), value: "all" },
              { label: text("customer.history.orders"), value: "orders" },
              { label: text("customer.history.tier"), value: "tier" },
              { label: text("customer.history.group"), value: "group" },
            ]}
            value={kind}
            onChange={(value) => setKind(kindOfHistory(value))}
          />
        </InlineGrid>
        {entries.length === 0 ? <QuietLine>{text("customer.history.none")}</QuietLine> : null}
        <ol className={styles.timeline}>
          {shown.map((entry) =>
            entry.kind === "order" ? (
              <Order key={entry.key} order={entry.order} windowDays={windowDays} />
            ) : (
              <Moved key={entry.key} move={entry.move} />
            ),
          )}
        </ol>
        {shown.length < entries.length ? (
          <Box>
            <Button onClick={() => setShowsAll(true)}>
              {text("customer.history.show-all", { entries: entries.length })}
            </Button>
          </Box>
        ) : olderOrders === null ? null : (
          <Box>
            <Button url={`/app/customers/${customerId}?orders-before=${olderOrders}`}>
              {text("customer.history.older")}
            </Button>
          </Box>
        )}
      </BlockStack>
    </Card>
  );

  function answer(): string {
    if (orderCount === 0) return text("customer.orders.none");
    if (orderCount === 1 && countedOrders === 1) return text("customer.orders.one");
    return text("customer.orders.answer", { counted: countedOrders, orders: orderCount });
  }
}

/** A change of tier or group, with its run. */
function Moved({ move }: { move: Move }) {
  const text = useText();
  const formats = useFormats();
  return (
    <li className={styles.move}>
      <MoveText move={move} />
      <Text as="span" tone="subdued" variant="bodySm">
        <Link url={`/app/movement/runs/${move.runId}`}>
          <time dateTime={move.at}>{formats.dateAndTime(move.at)}</time>
        </Link>{" "}
        · {reasonInWords(move.reason, text)}
      </Text>
    </li>
  );
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
