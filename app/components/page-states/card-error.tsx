import { Banner } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";

interface CardErrorProps {
  /** What could not be done. */
  sentence: string;
  onRetry: () => void;
}

/** The failure of one card or action; the rest of the page stays. */
export function CardError({ sentence, onRetry }: CardErrorProps) {
  const text = useText();
  return (
    <Banner tone="critical" action={{ content: text("error.retry"), onAction: onRetry }}>
      {sentence}
    </Banner>
  );
}
