import { Card } from "@shopify/polaris";
import { TierBar } from "../../components/charts/tier-bar.tsx";
import { DueCard } from "./due-card.tsx";
import { GroupsCard } from "./groups-card.tsx";
import type { HomeSummary } from "./home-summary.ts";
import { MetricTiles } from "./metric-tiles.tsx";
import { RecentMovesCard } from "./recent-moves-card.tsx";

/** What the setup guide turns into once the base was scored. */
export function Dashboard({ summary }: { summary: HomeSummary }) {
  return (
    <>
      <MetricTiles summary={summary} />
      <Card>
        <TierBar tiers={summary.tiers} windowDays={summary.windowDays} />
      </Card>
      <GroupsCard
        groups={summary.groups}
        rankedCustomers={summary.rankedCustomers}
        windowDays={summary.windowDays}
      />
      <DueCard due={summary.due} />
      <RecentMovesCard moves={summary.recentMoves} since={summary.moves.since} />
    </>
  );
}
