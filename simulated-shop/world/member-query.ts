import { uuidOf } from "./job.ts";
import type { World } from "./world.ts";

/** A search for a segment's members that an app started and reads later. */
export type MemberQuery = {
  readonly gidType: "CustomerSegmentMembersQuery";
  readonly uuid: string;
  readonly query: string;
  readonly sortKey: string | null;
  readonly reverse: boolean;
  /** Shopify searches for a while: the first time an app asks, it is still at it. */
  wasAskedAbout: boolean;
};

export function startMemberQuery(
  world: World,
  given: Pick<MemberQuery, "query" | "sortKey" | "reverse">,
): MemberQuery {
  const memberQuery: MemberQuery = {
    ...given,
    gidType: "CustomerSegmentMembersQuery",
    uuid: uuidOf(`${world.shop.domain} member query ${world.ids.take("MemberQuery")}`),
    wasAskedAbout: false,
  };
  world.memberQueries.set(memberQuery.uuid, memberQuery);
  return memberQuery;
}

/** By its gid, whose last part is a UUID. */
export function findMemberQuery(world: World, gid: string): MemberQuery | undefined {
  const [, uuid] = /^gid:\/\/shopify\/CustomerSegmentMembersQuery\/([\w-]+)$/.exec(gid) ?? [];
  return uuid === undefined ? undefined : world.memberQueries.get(uuid);
}

export function gidOfMemberQuery({ uuid }: MemberQuery): string {
  return `gid://shopify/CustomerSegmentMembersQuery/${uuid}`;
}
