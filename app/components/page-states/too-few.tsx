import { Text } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";

/** Below this many ranked customers one of them is worth 5 % or more, so pages print counts instead of percentages. */
export const FEWEST_FOR_SHARES = 20;

/** What a place says instead of percentages of noise. */
export function TooFew({ have }: { have: number }) {
  const text = useText();
  return (
    <Text as="p" tone="subdued">
      {text("too-few.shares", { needed: FEWEST_FOR_SHARES, have })}
    </Text>
  );
}
