import { Banner, List } from "@shopify/polaris";
import { createContext, useContext } from "react";
import type { PlainMessageKey } from "../i18n/text.ts";
import { useText } from "../i18n/use-text.tsx";
import type { NeededScope } from "../use-cases/pages/missing-access.ts";

/** What the app's frame knows of the shop's grants. */
export const MissingAccess = createContext<{ scopes: readonly NeededScope[]; grantUrl: string }>({
  scopes: [],
  grantUrl: "",
});

const consequences: Record<NeededScope, PlainMessageKey> = {
  read_orders: "access.read-orders",
  write_customers: "access.write-customers",
  write_discounts: "access.write-discounts",
  read_products: "access.read-products",
  read_customer_merge: "access.read-customer-merge",
};

/** On every page while something is missing: what it is, what stands still without it, and where to grant it. */
export function MissingAccessBanner() {
  const text = useText();
  const { scopes, grantUrl } = useContext(MissingAccess);
  if (scopes.length === 0) return null;
  return (
    <Banner
      tone="warning"
      title={text("access.title")}
      action={{ content: text("access.grant"), url: grantUrl, target: "_top" }}
    >
      <List>
        {scopes.map((scope) => (
          <List.Item key={scope}>{text(consequences[scope])}</List.Item>
        ))}
      </List>
    </Banner>
  );
}
