import { gidOfObject } from "../../world/gid.ts";
import type { Segment } from "../../world/segment.ts";
import type { World } from "../../world/world.ts";
import { formatShopTime } from "./shop-time.ts";

/** segments/create and segments/update. */
export function segmentPayload(
  segment: Segment,
  { shop }: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  return {
    admin_graphql_api_id: gidOfObject(segment),
    name: segment.name,
    query: segment.query,
    creation_date: formatShopTime(segment.createdAtMs, shop.timeZone),
    last_edit_date: formatShopTime(segment.updatedAtMs, shop.timeZone),
  };
}
