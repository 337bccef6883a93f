// The block on a customer's page of the admin: tier, group and scores as published, why, and what changes next.
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { readCard, type Card } from "./read-card.ts";
import { readStanding, type Standing, type StandingOutcome } from "./read-standing.ts";
import { WhyLines } from "./why-lines.tsx";

// Shopify calls this once per page; it wants a promise.
export default function showBlock(): Promise<void> {
  render(<CustomerBlock />, document.body);
  return Promise.resolve();
}

function CustomerBlock() {
  const customerGid = shopify.data.selected[0]?.id ?? "";
  const [tryNumber, setTryNumber] = useState(1);
  const [outcome, setOutcome] = useState<StandingOutcome | null>(null);
  const [card, setCard] = useState<Card | null>(null);

  useEffect(() => {
    let isCurrent = true;
    setOutcome(null);
    setCard(null);
    // What is published is there at once; the app's own words follow, or do not when it cannot be reached.
    void readCard(fetch, idIn(customerGid)).then((read) => {
      if (isCurrent) setCard(read);
    });
    void readStanding(shopify.query, customerGid).then((read) => {
      if (isCurrent) setOutcome(read);
    });
    return () => {
      isCurrent = false;
    };
  }, [customerGid, tryNumber]);

  const say = shopify.i18n.translate;
  const summary =
    outcome?.kind === "ranked" ? say("summary", { tier: tierNameOf(outcome.standing) }) : "";
  return (
    <s-admin-block heading={say("name")} collapsedSummary={summary}>
      <s-stack gap="small">
        {outcome === null && <s-text color="subdued">{say("loading")}</s-text>}
        {outcome?.kind === "failed" && (
          <s-banner tone="critical">
            <s-text>{say("failed", { reason: outcome.reason })}</s-text>
            <s-button onClick={() => setTryNumber(tryNumber + 1)}>{say("tryAgain")}</s-button>
          </s-banner>
        )}
        {outcome?.kind === "unranked" && <s-text color="subdued">{say("unranked")}</s-text>}
        {outcome?.kind === "ranked" && <StandingLines standing={outcome.standing} />}
        {outcome !== null && card !== null && <WhyLines card={card} />}
        <s-link href={pageInApp(customerGid)}>{say("open")}</s-link>
      </s-stack>
    </s-admin-block>
  );
}

function StandingLines({ standing }: { standing: Standing }) {
  const { detail } = standing;
  const { translate: say, formatNumber } = shopify.i18n;
  return (
    <>
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-badge tone="info">{tierNameOf(standing)}</s-badge>
        {detail !== null && <s-text>{say("group", { group: readable(detail.group) })}</s-text>}
      </s-stack>
      {detail === null ? (
        <s-text color="subdued">{say("tierOnly")}</s-text>
      ) : (
        <>
          <s-text>
            {say("value", { value: formatNumber(detail.value, { maximumFractionDigits: 2 }) })}
          </s-text>
          <s-text color="subdued">
            {say("scores", {
              recency: detail.recency,
              frequency: detail.frequency,
              monetary: detail.monetary,
            })}
          </s-text>
        </>
      )}
    </>
  );
}

function tierNameOf({ tier, tierName }: Standing): string {
  return tierName ?? readable(tier);
}

/** "at-risk" → "At risk": the published fields carry keys, not names. */
function readable(key: string): string {
  const words = key.replaceAll(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A relative address is a page of the app. */
function pageInApp(customerGid: string): string {
  return `/app/customers/${idIn(customerGid)}`;
}

function idIn(customerGid: string): string {
  return customerGid.split("/").at(-1) ?? "";
}
