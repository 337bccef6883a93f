import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { CustomerOutlook } from "../../use-cases/pages/customer-outlook.ts";

type Evidence = CustomerOutlook["traits"][number]["evidence"];

/** What a trait is concluded from, beside what is usual in the shop. */
export function evidenceInWords(
  evidence: Evidence,
  text: Text,
  { percent }: Pick<Formats, "percent">,
): string {
  switch (evidence.trait) {
    case "price-sensitive":
      return text("traits.evidence.price-sensitive", {
        discounted: evidence.discountedOrders,
        orders: evidence.orders,
        share: percent(evidence.spendShare),
        usual: percent(evidence.baseSpendShare),
      });
    case "novelty-seeker":
      return text("traits.evidence.novelty-seeker", {
        firstTime: evidence.firstTime,
        purchases: evidence.purchases,
        usual: percent(evidence.baseFirstTimeShare),
      });
    case "bundle-buyer":
      return text("traits.evidence.bundle-buyer", {
        bundles: evidence.bundles,
        visits: evidence.visits,
        size: evidence.bundleSize,
        usual: percent(evidence.baseBundleShare),
      });
    case "quality-oriented":
      return text("traits.evidence.quality-oriented", {
        dear: evidence.dear,
        lines: evidence.lines,
        usual: percent(evidence.baseDearShare),
      });
    case "brand-loyal":
      return text("traits.evidence.brand-loyal", {
        vendor: evidence.vendor,
        ofVendor: evidence.ofVendor,
        choices: evidence.choices,
        usual: percent(evidence.baseVendorShare),
      });
  }
}
