import { Badge, type BadgeProps } from "@shopify/polaris";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { DiscountStatus } from "../../use-cases/pages/discount-summary.ts";

const words: Record<DiscountStatus, PlainMessageKey> = {
  active: "discounts.status.active",
  scheduled: "discounts.status.scheduled",
  over: "discounts.status.over",
  paused: "discounts.status.paused",
  ended: "discounts.status.ended",
  refused: "discounts.status.refused",
  "on-its-way": "discounts.status.on-its-way",
  off: "discounts.status.off",
};
const tones: Partial<Record<DiscountStatus, BadgeProps["tone"]>> = {
  active: "success",
  refused: "critical",
  scheduled: "info",
};

export function DiscountStatusBadge({ status }: { status: DiscountStatus }) {
  const text = useText();
  const tone = tones[status];
  return <Badge {...(tone && { tone })}>{text(words[status])}</Badge>;
}
