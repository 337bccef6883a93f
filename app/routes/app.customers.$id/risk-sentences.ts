import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import type { Text } from "../../i18n/text.ts";
import type { CustomerOutlook } from "../../use-cases/pages/customer-outlook.ts";

type Risk = NonNullable<CustomerOutlook["risk"]>;

/** How long it has been, against what is usual, and how often others came back from there. */
export function riskSentences(risk: Risk, text: Text): string[] {
  const { judgedBy, daysSinceLast, laterThanPercent: percent, reached, cameBack } = risk;
  const days = Math.round(judgedBy.usualDays);
  return [rhythm(), since(), ...comeback()];

  function rhythm(): string {
    switch (judgedBy.kind) {
      case "own-rhythm":
        return text("rhythm.own", { days });
      case "type-cycle":
        return text("rhythm.type", { days, type: judgedBy.productType });
      case "shop-cycle":
        return text("rhythm.shop", { days });
      case "assumed-cycle":
        return text("rhythm.assumed", {
          days,
          needs: judgedBy.needsGaps,
          has: judgedBy.gaps,
        });
    }
  }

  function since(): string {
    if (judgedBy.kind === "own-rhythm" && judgedBy.shorterGaps === 0)
      return text("rhythm.since.own.shortest", { days: daysSinceLast, gaps: judgedBy.gaps });
    if (judgedBy.kind === "own-rhythm")
      return text("rhythm.since.own", {
        days: daysSinceLast,
        shorter: judgedBy.shorterGaps,
        gaps: judgedBy.gaps,
      });
    if (risk.isPercentAssumed) return text("rhythm.since", { days: daysSinceLast });
    return text("rhythm.since.shop", { days: daysSinceLast, percent });
  }

  function comeback(): string[] {
    const isLate = risk.level !== "on-time" && risk.level !== "due";
    return isLate && reached >= FEWEST_FOR_SHARES
      ? [text("rhythm.came-back", { reached, cameBack })]
      : [];
  }
}
