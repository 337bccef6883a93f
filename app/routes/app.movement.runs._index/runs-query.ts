import { z } from "zod";
import { runFilters, runStandings, runStarters } from "../../components/runs/run-filters.ts";
import type { RunsQuery } from "../../use-cases/pages/runs-page.ts";

const addressSchema = z.object({
  filter: z.enum(runFilters).catch("all"),
  who: z.enum(runStarters).catch("all"),
  state: z.enum(runStandings).catch("all"),
  hour: z.iso.datetime().nullable().catch(null),
  cursor: z.string().max(100).nullable().catch(null),
});

/** The list as it is usually. */
export const everyRun: RunsQuery = {
  ...{ filter: "all", who: "all", state: "all" },
  hour: null,
  cursor: null,
};

/** The page's state is its address. Nonsense in it is ignored. */
export function queryFromAddress(params: URLSearchParams): RunsQuery {
  return addressSchema.parse({
    filter: params.get("kind"),
    who: params.get("who"),
    state: params.get("state"),
    hour: params.get("hour"),
    cursor: params.get("cursor"),
  });
}

/** The address of a view; what is as usual stays out of it. */
export function addressOf(query: RunsQuery): string {
  const search = searchOf(query).toString();
  return search === "" ? "/app/movement/runs" : `/app/movement/runs?${search}`;
}

export function searchOf({ filter, who, state, hour, cursor }: RunsQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (filter !== "all") params.set("kind", filter);
  if (who !== "all") params.set("who", who);
  if (state !== "all") params.set("state", state);
  if (hour !== null) params.set("hour", hour);
  if (cursor !== null) params.set("cursor", cursor);
  return params;
}
