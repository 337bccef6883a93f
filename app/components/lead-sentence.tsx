import { Box, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** The first sentence of a page, above its cards: the answer to the question the page is for. */
export function LeadSentence({ children }: { children: ReactNode }) {
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <Text as="p">{children}</Text>
    </Box>
  );
}
