import { EmptyState } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";

/** A shop without a single customer. */
export function NoCustomersYet() {
  const text = useText();
  return (
    <EmptyState
      heading={text("customers.empty.title")}
      image=""
      action={{ content: text("customers.empty.action"), url: "/app" }}
    >
      {text("customers.empty.sentence")}
    </EmptyState>
  );
}

/** Customers exist, but none under these filters. */
export function NoMatch({ onClearAll }: { onClearAll: () => void }) {
  const text = useText();
  return (
    <EmptyState
      heading={text("customers.no-match.title")}
      image=""
      action={{ content: text("customers.no-match.action"), onAction: onClearAll }}
    >
      {text("customers.no-match.sentence")}
    </EmptyState>
  );
}
