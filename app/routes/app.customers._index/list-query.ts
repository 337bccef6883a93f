import { z } from "zod";
import { riskLevels } from "../../components/risk-words.ts";
import { interestTraits, traits } from "../../components/trait-words.ts";
import type { CustomerListQuery } from "../../use-cases/pages/customer-list.ts";
import { movedFromAddress, movedParameters } from "./moved-parameters.ts";

/** The page's state is its address, so a view can be shared and Back works. Nonsense in it is ignored. */
const addressSchema = z.object({
  tier: z.string().max(100).nullable().catch(null),
  group: z.string().max(100).nullable().catch(null),
  risk: z.enum(riskLevels).nullable().catch(null),
  trait: z.enum(traits).nullable().catch(null),
  interest: z.enum(interestTraits).nullable().catch(null),
  view: z.enum(["soon", "by-hand"]).nullable().catch(null),
  q: z.string().max(200).catch(""),
  sort: z.enum(["value", "spent", "orders", "last-order", "next-change"]).catch("value"),
  direction: z.enum(["ascending", "descending"]).catch("descending"),
  cursor: z.string().max(500).nullable().catch(null),
});

export function queryFromAddress(params: URLSearchParams): CustomerListQuery {
  const { q, ...query } = addressSchema.parse({
    tier: params.get("tier"),
    group: params.get("group"),
    risk: params.get("risk"),
    trait: params.get("trait"),
    interest: params.get("interest"),
    view: params.get("view"),
    q: params.get("q"),
    sort: params.get("sort"),
    direction: params.get("direction"),
    cursor: params.get("cursor"),
  });
  return { ...query, moved: movedFromAddress(params), search: q.trim() };
}

/** The address of a view. What is as usual stays out of it. */
export function addressOf(query: CustomerListQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.tier !== null) params.set("tier", query.tier);
  if (query.group !== null) params.set("group", query.group);
  if (query.risk !== null) params.set("risk", query.risk);
  if (query.trait !== null) params.set("trait", query.trait);
  if (query.interest !== null) params.set("interest", query.interest);
  if (query.view !== null) params.set("view", query.view);
  if (query.moved !== null)
    for (const [part, value] of movedParameters(query.moved)) params.set(part, value);
  if (query.search !== "") params.set("q", query.search);
  if (query.sort !== "value") params.set("sort", query.sort);
  if (query.direction !== "descending") params.set("direction", query.direction);
  if (query.cursor !== null) params.set("cursor", query.cursor);
  return params;
}
