import { EmptyCard } from "../../components/page-states/empty-card.tsx";
import { useText } from "../../i18n/use-text.tsx";

/** A shop without a single customer. */
export function NoCustomersYet() {
  const text = useText();
  return (
    <EmptyCard
      heading={text("customers.empty.title")}
      sentence={text("customers.empty.sentence")}
      action={{ content: text("customers.empty.action"), url: "/app" }}
    />
  );
}

/** Customers exist, but none under these filters. */
export function NoMatch({ onClearAll }: { onClearAll: () => void }) {
  const text = useText();
  return (
    <EmptyCard
      heading={text("customers.no-match.title")}
      sentence={text("customers.no-match.sentence")}
      action={{ content: text("customers.no-match.action"), onAction: onClearAll }}
    />
  );
}
