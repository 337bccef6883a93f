import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { HoldModal, type HoldKind } from "../../components/holds/hold-modal.tsx";
import { staffInWords } from "../../components/holds/staff-words.ts";
import { useHand } from "../../components/holds/use-hand.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { HeldLine } from "../../use-cases/pages/describe-holds.ts";
import type { Why } from "../../use-cases/pages/why.ts";

interface ByHandCardProps {
  why: Why;
  /** The number of whoever looks. */
  viewer: string;
}

/** What somebody decided about this customer's labels, and what can be decided. */
export function ByHandCard({ why, viewer }: ByHandCardProps) {
  const text = useText();
  const [open, setOpen] = useState<HoldKind | null>(null);
  const hand = useHand();
  const { holds, customerId, tiers } = why;
  const isOpen = (kind: HoldKind) => open === kind;

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("holds.title")}
        </Text>
        {holds.length === 0 ? <QuietLine>{text("holds.none")}</QuietLine> : null}
        {holds.map((hold) => (
          <Held
            key={hold.kind}
            hold={hold}
            why={why}
            viewer={viewer}
            onRelease={() => hand.act("release", { ids: customerId, kinds: hold.kind })}
            isReleasing={hand.acting === "release"}
          />
        ))}
        <InlineStack gap="200" wrap>
          <Button onClick={() => setOpen("override")}>{text("holds.override.action")}</Button>
          <Button onClick={() => setOpen("opt-out")}>{text("holds.opt-out.action")}</Button>
          <Button onClick={() => setOpen("freeze")}>{text("holds.freeze.action")}</Button>
          <Button
            loading={hand.acting === "recalculate"}
            onClick={() => hand.act("recalculate", { ids: customerId })}
          >
            {text("holds.recalculate.action")}
          </Button>
        </InlineStack>
      </BlockStack>
      {(["override", "opt-out", "freeze"] as const).map((kind) => (
        <HoldModal
          key={kind}
          kind={kind}
          chosen={{ kind: "these", customerIds: [customerId] }}
          tiers={tiers}
          isOpen={isOpen(kind)}
          onClose={() => setOpen((before) => (before === kind ? null : before))}
        />
      ))}
    </Card>
  );
}

interface HeldProps {
  hold: HeldLine;
  why: Why;
  viewer: string;
  onRelease: () => void;
  isReleasing: boolean;
}

function Held({ hold, why, viewer, onRelease, isReleasing }: HeldProps) {
  const text = useText();
  const formats = useFormats();
  const automatic = why.automaticTier?.name ?? text("customer.no-tier");
  return (
    <Banner
      tone="info"
      action={{ content: text("holds.release.action"), onAction: onRelease, loading: isReleasing }}
    >
      <Text as="p">{`${what()} ${text("holds.automatic", { tier: automatic })}`}</Text>
      {hold.reason === null ? null : (
        <Text as="p">{text("holds.said", { reason: hold.reason })}</Text>
      )}
      <Text as="p" tone="subdued">
        {text("holds.by", {
          who: staffInWords(hold.setBy, viewer, text),
          date: formats.dateAndTime(hold.setAt),
        })}
      </Text>
    </Banner>
  );

  function what(): string {
    const tier = hold.tier ?? text("customer.no-tier");
    const date = hold.until === null ? null : formats.calendarDate(hold.until);
    switch (hold.kind) {
      case "override":
        return date === null
          ? text("holds.is.override", { tier })
          : text("holds.is.override-until", { tier, date });
      case "opt-out":
        return date === null ? text("holds.is.opt-out") : text("holds.is.opt-out-until", { date });
      case "freeze":
        return date === null ? text("holds.is.freeze") : text("holds.is.freeze-until", { date });
      case "pin":
        return text("holds.is.pin");
    }
  }
}
