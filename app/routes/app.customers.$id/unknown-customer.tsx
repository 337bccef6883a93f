import { Card, Page } from "@shopify/polaris";
import { EmptyCard } from "../../components/page-states/empty-card.tsx";
import { useText } from "../../i18n/use-text.tsx";

/** An id we hold no order of: never seen, of another shop, or erased on request. All three look alike on purpose. */
export function UnknownCustomer() {
  const text = useText();
  const list = { content: text("customer.unknown.action"), url: "/app/customers" };
  return (
    <Page title={text("customer.unknown.title")} backAction={list}>
      <Card>
        <EmptyCard sentence={text("customer.unknown.sentence")} action={list} />
      </Card>
    </Page>
  );
}
