import { BlockStack, Box, Page, type PageProps } from "@shopify/polaris";
import type { ReactElement, ReactNode } from "react";
import type { ShopRegion } from "../i18n/format.ts";
import { MissingAccessBanner } from "./missing-access-banner.tsx";
import { ShopFormats } from "../i18n/use-text.tsx";

interface PageFrameProps {
  title: string;
  shop: ShopRegion;
  /** The instant the page's data stands for; relative times are counted from it. */
  now: string;
  /** Every page below a navigation item has a way back. */
  backTo?: { content: string; url: string };
  titleMetadata?: ReactNode;
  primaryAction?: PageProps["primaryAction"];
  /** A button, drawn by the server. A list of actions is measured in the browser first, and the page moves then. */
  secondaryActions?: ReactElement;
  fullWidth?: boolean;
  children: ReactNode;
}

/** The frame of every page: title, actions, and its cards one below the other in equal steps. */
export function PageFrame({ shop, now, backTo, children, ...page }: PageFrameProps) {
  return (
    <ShopFormats shop={shop} now={now}>
      <Page {...page} {...(backTo ? { backAction: backTo } : {})}>
        <Box paddingBlockEnd="800">
          <BlockStack gap="400">
            <MissingAccessBanner />
            {children}
          </BlockStack>
        </Box>
      </Page>
    </ShopFormats>
  );
}
