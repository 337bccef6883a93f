import { InlineGrid } from "@shopify/polaris";
import { MetricTile } from "../../components/metric-tile.tsx";
import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { HomeSummary } from "./home-summary.ts";

/** Four numbers: how large the top tier is, what it brings, who moved, and who is about to. */
export function MetricTiles({ summary }: { summary: HomeSummary }) {
  const text = useText();
  const formats = useFormats();
  const { tiers, rankedCustomers, windowDays, moves, due } = summary;
  const top = tiers[0];
  if (!top) return null;
  const showShares = rankedCustomers >= FEWEST_FOR_SHARES;
  const windowNet = tiers.reduce((sum, tier) => sum + tier.windowNetMinorUnits, 0);
  const topUrl = `/app/customers?tier=${encodeURIComponent(top.key)}`;
  const topSales = formats.moneyInShort(top.windowNetMinorUnits);
  const allSales = formats.moneyInShort(windowNet);

  return (
    <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="400">
      <MetricTile
        label={text("home.tile.top-customers.label", { tier: top.name })}
        value={formats.integer(top.customers)}
        detail={
          showShares
            ? text("home.tile.top-customers.detail", {
                share: formats.percent(top.customers / rankedCustomers),
                ranked: rankedCustomers,
              })
            : text("home.tile.top-customers.detail-count", { ranked: rankedCustomers })
        }
        url={topUrl}
      />
      {showShares && windowNet > 0 ? (
        <MetricTile
          label={text("home.tile.top-sales.label", { tier: top.name, days: windowDays })}
          value={formats.percent(top.windowNetMinorUnits / windowNet)}
          detail={text("home.tile.top-sales.detail", { sales: topSales, all: allSales })}
          url={`${topUrl}&sort=spent`}
        />
      ) : (
        <MetricTile
          label={text("home.tile.top-sales.label-amount", { tier: top.name, days: windowDays })}
          value={topSales}
          detail={text("home.tile.top-sales.detail-amount", { all: allSales })}
          url={`${topUrl}&sort=spent`}
        />
      )}
      <MetricTile
        label={text("home.tile.moves.label", { date: formats.date(moves.since) })}
        value={text("home.tile.moves.value", {
          up: formats.integer(moves.up),
          down: formats.integer(moves.down),
        })}
        detail={text("home.tile.moves.detail", { up: moves.up, down: moves.down })}
        url="/app/movement"
      />
      <MetricTile
        label={text("home.tile.due.label")}
        value={formats.integer(due.totals.customers)}
        detail={text("home.tile.due.detail", { down: due.totals.down })}
        url="/app/movement/soon"
      />
    </InlineGrid>
  );
}
