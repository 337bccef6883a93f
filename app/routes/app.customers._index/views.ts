import type { Text } from "../../i18n/text.ts";
import type { CustomerListQuery } from "../../use-cases/pages/customer-list.ts";
import { fitAsViews } from "./tier-views.ts";

interface View {
  id: string;
  name: string;
  shows: Pick<CustomerListQuery, "tier" | "view"> &
    Partial<Pick<CustomerListQuery, "sort" | "direction">>;
}

/** Everybody, one view per tier where they fit, who moves soon, and whose tier was set by hand. */
export function viewsOf(
  tiers: readonly { key: string; name: string }[],
  text: Text,
): { views: View[]; tiersAreViews: boolean } {
  const everyone = {
    id: "all",
    name: text("customers.view.all"),
    shows: { tier: null, view: null },
  };
  const ofTiers = tiers.map(({ key, name }) => ({
    id: `tier-${key}`,
    name,
    shows: { tier: key, view: null },
  }));
  const special: View[] = [
    {
      id: "soon",
      name: text("customers.view.soon"),
      shows: { tier: null, view: "soon", sort: "next-change", direction: "ascending" },
    },
    { id: "by-hand", name: text("customers.view.by-hand"), shows: { tier: null, view: "by-hand" } },
  ];
  const all = [everyone, ...ofTiers, ...special];
  const tiersAreViews = fitAsViews(all.map(({ name }) => name));
  return { views: tiersAreViews ? all : [everyone, ...special], tiersAreViews };
}
