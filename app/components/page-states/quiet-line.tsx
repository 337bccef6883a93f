import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** The one subdued sentence of an empty card, or a line that says how old or how complete the numbers are. */
export function QuietLine({ children }: { children: ReactNode }) {
  return (
    <Text as="p" tone="subdued">
      {children}
    </Text>
  );
}
