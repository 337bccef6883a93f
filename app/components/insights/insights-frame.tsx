import { Box } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { StudyFrame } from "../../use-cases/scoring/stored-study.ts";
import { PageFrame } from "../page-frame.tsx";
import { PageTabs } from "../page-tabs.tsx";
import { AsOfLine } from "./as-of-line.tsx";

const tabs = [
  { key: "forecasts", path: "/app/insights", title: "insights.tab.forecasts" },
  { key: "products", path: "/app/insights/products", title: "insights.tab.products" },
  { key: "journeys", path: "/app/insights/journeys", title: "insights.tab.journeys" },
  { key: "places", path: "/app/insights/places", title: "insights.tab.places" },
  { key: "timing", path: "/app/insights/timing", title: "insights.tab.timing" },
  { key: "interest", path: "/app/insights/interest", title: "insights.tab.interest" },
] as const satisfies readonly { key: string; path: string; title: PlainMessageKey }[];

export type InsightsTab = (typeof tabs)[number]["key"];

interface InsightsFrameProps {
  tab: InsightsTab;
  frame: StudyFrame;
  now: string;
  children: ReactNode;
}

/** The frame of the pages under Insights. */
export function InsightsFrame({ tab, frame, now, children }: InsightsFrameProps) {
  const text = useText();
  return (
    <PageFrame title={text("insights.title")} shop={frame.shop} now={now}>
      <PageTabs label={text("insights.title")} tabs={tabs} current={tab} />
      {children}
      {frame.asOf === null ? null : (
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <AsOfLine asOf={frame.asOf} />
        </Box>
      )}
    </PageFrame>
  );
}
