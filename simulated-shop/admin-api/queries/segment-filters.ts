import {
  SEGMENT_ATTRIBUTES,
  type SegmentAttribute,
} from "../../segment-query/segment-attributes.ts";
import type { World } from "../../world/world.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { unansweredError } from "../schema/unanswered.ts";

/** A filter of the segment editor; `parameters` of functions are not answered. */
type FilterView = {
  readonly __typename: string;
  readonly queryName: string;
  readonly localizedName: string;
  readonly multiValue: boolean;
};

const TYPE_NAMES: Readonly<Record<SegmentAttribute["kind"], string>> = {
  boolean: "SegmentBooleanFilter",
  date: "SegmentDateFilter",
  enum: "SegmentEnumFilter",
  float: "SegmentFloatFilter",
  integer: "SegmentIntegerFilter",
  list: "SegmentEnumFilter",
  string: "SegmentStringFilter",
};

/** The first two as Shopify lists them (seen), the rest by name. */
const FILTERS: readonly FilterView[] = [
  filterView("customer_tags", "SegmentAssociationFilter", true),
  filterView("orders_placed", "SegmentEventFilter", false),
  filterView("products_purchased", "SegmentEventFilter", false),
  ...Object.entries(SEGMENT_ATTRIBUTES)
    .filter(([name]) => name !== "customer_tags")
    .map(([name, { kind }]) => filterView(name, TYPE_NAMES[kind], kind === "list")),
];

export const segmentFilterQueries = {
  segmentFilters: (_root: unknown, args: ConnectionArgs) => connectionOf(FILTERS, args),
  segmentFilterSuggestions: (_root: unknown, args: ConnectionArgs & { search: string }) => {
    const word = args.search.toLowerCase();
    return connectionOf(
      FILTERS.filter(
        ({ queryName, localizedName }) =>
          queryName.includes(word) || localizedName.toLowerCase().includes(word),
      ),
      args,
    );
  },
  segmentValueSuggestions: (
    _root: unknown,
    args: ConnectionArgs & { search: string; filterQueryName?: string | null },
    { shop }: RequestContext,
  ) => {
    const word = args.search.toLowerCase();
    const values = valuesOf(shop.world, args.filterQueryName ?? "")
      .filter((value) => value.toLowerCase().includes(word))
      .map((value) => ({ queryName: value, localizedValue: value }));
    return connectionOf(values, args);
  },
  // What searches were saved before segments existed: none in this shop.
  segmentMigrations: (_root: unknown, args: ConnectionArgs) => connectionOf([], args),
} satisfies TypeResolvers;

function connectionOf<Row extends object>(rows: readonly Row[], args: ConnectionArgs) {
  const placed = rows.map((row, index) => ({ ...row, place: index + 1 }));
  return new Connection(placed, args, ({ place }) => ({ id: place, value: place }));
}

/** The values customers of this shop have for a list or an enum, each once. */
function valuesOf(world: World, filterQueryName: string): string[] {
  const attribute = Object.hasOwn(SEGMENT_ATTRIBUTES, filterQueryName)
    ? SEGMENT_ATTRIBUTES[filterQueryName]
    : undefined;
  if (attribute?.kind === "enum" && attribute.accepted !== null) return [...attribute.accepted];
  const values = new Set<string>();
  for (const { tags, countryCode } of world.customers.values()) {
    if (filterQueryName === "customer_tags") for (const tag of tags) values.add(tag);
    else if (filterQueryName === "customer_countries" && countryCode !== "")
      values.add(countryCode);
  }
  if (filterQueryName !== "customer_tags" && filterQueryName !== "customer_countries")
    throw unansweredError("QueryRoot.segmentValueSuggestions filterQueryName", filterQueryName);
  return [...values].sort();
}

/** "customer_tags" → "Customer tags" */
function filterView(queryName: string, typeName: string, multiValue: boolean): FilterView {
  const words = queryName.replaceAll("_", " ");
  return {
    __typename: typeName,
    queryName,
    localizedName: words.charAt(0).toUpperCase() + words.slice(1),
    multiValue,
  };
}
