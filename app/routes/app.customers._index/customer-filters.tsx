import { IndexFilters, IndexFiltersMode, useSetIndexFiltersMode } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomerList, CustomerListQuery } from "../../use-cases/pages/customer-list.ts";
import styles from "./customer-filters.module.css";
import { habitFilters } from "./habit-filters.ts";
import { labelFilter } from "./label-filter.tsx";
import { movedFilter } from "./moved-filter.ts";
import { queryFromAddress } from "./list-query.ts";
import { sortChoices } from "./sort-choices.ts";
import { viewsOf } from "./views.ts";
import { useListView } from "./use-list-view.ts";
import { useSearch } from "./use-search.ts";

interface CustomerFiltersProps {
  list: CustomerList;
  query: CustomerListQuery;
}

/** One view per tier where they fit, filters by tier, group, risk and trait, search and order. All of it lives in the address. */
export function CustomerFilters({ list, query }: CustomerFiltersProps) {
  const text = useText();
  const view = useListView(query);
  const { chosen } = view;
  const search = useSearch(query.search, (typed) =>
    view.show({ search: typed }, { replace: true }),
  );

  const { views, tiersAreViews } = viewsOf(list.tiers, text);
  const tier = labelFilter({
    key: "tier",
    label: text("customers.filter.tier"),
    labels: list.tiers,
    chosen: chosen.tier,
    onChoose: (key) => view.show({ tier: key }),
    inWords: (name) => text("customers.filter.tier.applied", { tier: name }),
  });
  const group = labelFilter({
    key: "group",
    label: text("customers.filter.group"),
    labels: list.groups,
    chosen: chosen.group,
    onChoose: (key) => view.show({ group: key }),
    inWords: (name) => text("customers.filter.group.applied", { group: name }),
  });
  const habits = habitFilters(view, text);
  const moved = movedFilter(view, list, text, useFormats());
  const applied = [...tier.applied, ...group.applied, ...habits.applied, ...moved.applied];
  const beyondViews = tiersAreViews ? applied.length - tier.applied.length : applied.length;
  const startsNarrowed = beyondViews > 0 || query.search !== "";
  const { mode, setMode } = useSetIndexFiltersMode(
    startsNarrowed ? IndexFiltersMode.Filtering : IndexFiltersMode.Default,
  );
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => setIsDrawn(true), []);
  const keepsRoom = startsNarrowed && !isDrawn;
  const clearFilters = () =>
    view.show({
      tier: null,
      group: null,
      risk: null,
      trait: null,
      interest: null,
      moved: null,
      view: null,
      search: "",
    });

  return (
    <div className={`${styles.filters} ${keepsRoom ? styles.undrawnWithFilters : ""}`}>
      <IndexFilters
        tabs={views.map(({ id, name }, index) => ({
          id,
          content: name,
          index,
          isLocked: true,
        }))}
        selected={Math.max(
          0,
          views.findIndex(({ shows }) => shows.tier === chosen.tier && shows.view === chosen.view),
        )}
        onSelect={(index) => view.show(views[index]?.shows ?? { tier: null, view: null })}
        mode={mode}
        setMode={setMode}
        canCreateNewView={false}
        cancelAction={{ onAction: clearFilters }}
        queryValue={search.typed}
        queryPlaceholder={text("customers.search")}
        onQueryChange={search.setTyped}
        onQueryClear={() => search.setTyped("")}
        filters={[...tier.filters, ...group.filters, ...habits.filters, ...moved.filters]}
        appliedFilters={applied}
        onClearAll={clearFilters}
        sortOptions={sortChoices(text)}
        sortSelected={[`${chosen.sort} ${chosen.direction === "ascending" ? "asc" : "desc"}`]}
        onSort={([choice]) => view.show(orderOf(choice))}
        autoFocusSearchField={!startsNarrowed}
        // Escape in an open filter would otherwise clear every filter.
        disableKeyboardShortcuts
        loading={view.isLoading}
      />
    </div>
  );
}

function orderOf(choice: string | undefined): Pick<CustomerListQuery, "sort" | "direction"> {
  const [sort = "", direction] = (choice ?? "").split(" ");
  const { sort: known } = queryFromAddress(new URLSearchParams({ sort }));
  return { sort: known, direction: direction === "asc" ? "ascending" : "descending" };
}
