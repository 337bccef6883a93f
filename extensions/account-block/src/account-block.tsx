// The block in a customer's account: their tier, the way to the next one, and what it brings.
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { readTier, type AccountTier, type NextTier } from "./read-tier.ts";

// Shopify calls this once per page, and draws what there is when the promise is kept.
export default async function showBlock(): Promise<void> {
  const tier = await readTier(fetch);
  if (tier !== null) render(<TierBlock tier={tier} />, document.body);
}

function TierBlock({ tier }: { tier: AccountTier }) {
  const say = shopify.i18n.translate;
  return (
    <s-section heading={say("heading")}>
      <s-stack gap="base">
        <s-heading>{tier.name}</s-heading>
        {tier.next === null ? (
          <s-text color="subdued">{say("highest")}</s-text>
        ) : (
          <WayUp next={tier.next} />
        )}
        {tier.benefits.length > 0 && (
          <s-unordered-list>
            {tier.benefits.map((line) => (
              <s-list-item key={line}>{line}</s-list-item>
            ))}
          </s-unordered-list>
        )}
      </s-stack>
    </s-section>
  );
}

function WayUp({ next: { name, donePercent, missing } }: { next: NextTier }) {
  const { translate: say, formatCurrency } = shopify.i18n;
  const progress = say("progress", { percent: donePercent, tier: name });
  return (
    <s-stack gap="small">
      <s-progress value={donePercent} max={100} accessibilityLabel={progress} />
      <s-text>{progress}</s-text>
      {missing !== null && missing.spend > 0 && (
        <s-text>
          {say("missingSpend", {
            amount: formatCurrency(missing.spend, { currency: missing.currency }),
            tier: name,
          })}
        </s-text>
      )}
      {missing !== null && missing.orders > 0 && (
        <s-text>{say("missingOrders", { count: missing.orders, tier: name })}</s-text>
      )}
    </s-stack>
  );
}
