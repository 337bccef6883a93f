import { ChoiceList, IndexFilters, useSetIndexFiltersMode, type IndexFiltersProps } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useText } from "../../i18n/use-text.tsx";
import type { CustomerList, CustomerListQuery } from "../../use-cases/customer-list.ts";
import { queryFromAddress } from "./list-query.ts";
import { sortChoices } from "./sort-choices.ts";
import { useListView } from "./use-list-view.ts";

const SEARCH_DELAY_MS = 300;

interface CustomerFiltersProps {
  list: CustomerList;
  query: CustomerListQuery;
}

/** One view per tier, a filter by group, search and order. All of it lives in the address. */
export function CustomerFilters({ list, query }: CustomerFiltersProps) {
  const text = useText();
  const view = useListView(query);
  const { mode, setMode } = useSetIndexFiltersMode();
  const [search, setSearch] = useSearch(query, (typed) => view.show({ search: typed }, { replace: true }));

  const views = [{ key: null, name: text("customers.view.all") }, ...list.tiers];
  const selected = Math.max(
    0,
    views.findIndex((tier) => tier.key === query.tier),
  );
  const group = list.groups.find((candidate) => candidate.key === query.group);

  return (
    <IndexFilters
      tabs={views.map((tier, index) => ({
        id: `tier-${tier.key ?? "all"}`,
        content: tier.name,
        index,
        isLocked: true,
        onAction: () => undefined,
      }))}
      selected={selected}
      onSelect={(index) => view.show({ tier: views[index]?.key ?? null })}
      mode={mode}
      setMode={setMode}
      canCreateNewView={false}
      cancelAction={{ onAction: () => undefined }}
      queryValue={search}
      queryPlaceholder={text("customers.search")}
      onQueryChange={setSearch}
      onQueryClear={() => setSearch("")}
      filters={[
        {
          key: "group",
          label: text("customers.filter.group"),
          pinned: true,
          shortcut: true,
          filter: (
            <ChoiceList
              title={text("customers.filter.group")}
              titleHidden
              choices={list.groups.map(({ key, name }) => ({ label: name, value: key }))}
              selected={query.group === null ? [] : [query.group]}
              onChange={([key]) => view.show({ group: key ?? null })}
            />
          ),
        },
      ]}
      appliedFilters={
        group
          ? [
              {
                key: "group",
                label: text("customers.filter.group.applied", { group: group.name }),
                onRemove: () => view.show({ group: null }),
              },
            ]
          : []
      }
      onClearAll={() => view.show({ group: null, search: "" })}
      sortOptions={sortChoices(text)}
      sortSelected={[`${query.sort} ${query.direction === "ascending" ? "asc" : "desc"}`]}
      onSort={([choice]) => view.show(orderOf(choice))}
      loading={view.isLoading}
    />
  );
}

function orderOf(choice: string | undefined): Pick<CustomerListQuery, "sort" | "direction"> {
  const [sort = "", direction] = (choice ?? "").split(" ");
  const { sort: known } = queryFromAddress(new URLSearchParams({ sort }));
  return { sort: known, direction: direction === "asc" ? "ascending" : "descending" };
}

/** What is typed shows at once and is asked for after a pause; Back puts the older words in again. */
function useSearch(
  query: CustomerListQuery,
  ask: (search: string) => void,
): [string, NonNullable<IndexFiltersProps["onQueryChange"]>] {
  const [typed, setTyped] = useState(query.search);
  useEffect(() => setTyped(query.search), [query.search]);
  useEffect(() => {
    if (typed.trim() === query.search) return undefined;
    const timer = setTimeout(() => ask(typed.trim()), SEARCH_DELAY_MS);
    return () => clearTimeout(timer);
  });
  return [typed, setTyped];
}
