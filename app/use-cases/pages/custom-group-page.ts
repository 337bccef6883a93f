import { listMembers, totalSalesByGroup } from "../../persistence/custom-group-members.ts";
import { findCustomGroup } from "../../persistence/custom-groups.ts";
import { readLastImport } from "../../persistence/member-imports.ts";
import { listPublishedSegments } from "../../persistence/published-objects.ts";
import { tagOf } from "../../persistence/label-tags.ts";
import { parseMemberRule, type MemberRule } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { groupOrigin, type GroupOrigin } from "../groups/group-origin.ts";
import { requireShop } from "../require-shop.ts";
import { nameOfLabel, readLiveProgram } from "../scoring/live-program.ts";
import { kindOf } from "./groups-page.ts";
import { readRuleChoices, type RuleChoices } from "./rule-choices.ts";

export interface GroupMemberRow {
  customerId: string;
  tierName: string | null;
  groupName: string | null;
  windowNetMinorUnits: number;
  orders: number;
  lastOrderAt: string | null;
}

export interface CustomGroupPage {
  kind: "group";
  shop: { currencyCode: string; timeZone: string };
  id: string;
  name: string;
  groupKind: "dynamic" | "fixed";
  /** Of a dynamic one. */
  rule: MemberRule | null;
  choices: RuleChoices;
  /** Of a fixed one. */
  origin: GroupOrigin | null;
  createdAt: string;
  createdBy: string | null;
  /** When its members were last worked out or changed; null = not yet. */
  renewedAt: string | null;
  customers: number;
  windowNetMinorUnits: number;
  windowDays: number;
  tag: string;
  publishing: { tag: boolean; segment: boolean; hasSegment: boolean };
  /** The shop's own switches: without them nothing is written. */
  shopPublishes: { tags: boolean; segments: boolean };
  /** The last file of many e-mails, while it is matched and for two days. */
  matching: {
    isFinished: boolean;
    addresses: number;
    matched: number;
    added: number;
    notFound: number;
    /** The first of them. */
    notFoundLines: number[];
  } | null;
  members: GroupMemberRow[];
  /** Customer number after which the next page begins. */
  nextAfter: string | null;
}

const membersShown = 50;

export async function readCustomGroupPage(
  app: App,
  shop: string,
  id: string,
  after: string | null,
): Promise<CustomGroupPage | { kind: "unknown" }> {
  const record = await requireShop(app, shop);
  const group = await findCustomGroup(app.db, shop, id);
  if (group === null) return { kind: "unknown" };
  const program = await readLiveProgram(app, record);
  const place = after !== null && /^\d{1,18}$/.test(after) ? BigInt(after) : null;
  const members = await listMembers(app.db, group, place, membersShown + 1);
  const segments = await listPublishedSegments(app.db, shop);
  const rule = group.kind === "dynamic" ? parseMemberRule(group.rule) : null;
  return {
    kind: "group",
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    id: group.id,
    name: group.name,
    groupKind: kindOf(group),
    rule: rule?.kind === "rule" ? rule.rule : null,
    choices: await readRuleChoices(app, record),
    origin: group.kind === "fixed" ? (groupOrigin.safeParse(group.origin).data ?? null) : null,
    createdAt: group.createdAt.toISOString(),
    createdBy: group.createdBy,
    renewedAt: group.renewedAt?.toISOString() ?? null,
    customers: group.customers,
    windowNetMinorUnits: (await totalSalesByGroup(app.db, shop)).get(group.id) ?? 0,
    windowDays: program.definition.windowDays,
    tag: tagOf(record.tagPrefix, "list", group.key),
    publishing: {
      tag: group.publishTag,
      segment: group.publishSegment,
      hasSegment: segments.some(
        ({ family, labelKey }) => family === "list" && labelKey === group.key,
      ),
    },
    shopPublishes: { tags: record.publishTags, segments: record.publishSegments },
    matching: await readMatching(app, shop, group.id),
    members: members.slice(0, membersShown).map(({ tier, group: label, ...figures }) => ({
      customerId: String(figures.customerId),
      tierName: tier === null ? null : nameOfLabel(program, "tier", tier),
      groupName: label === null ? null : nameOfLabel(program, "group", label),
      windowNetMinorUnits: Number(figures.windowNetMinorUnits),
      orders: figures.countedOrders,
      lastOrderAt: figures.lastOrderAt?.toISOString() ?? null,
    })),
    nextAfter: members.length > membersShown ? String(members[membersShown - 1]?.customerId) : null,
  };
}

async function readMatching(
  app: App,
  shop: string,
  groupId: string,
): Promise<CustomGroupPage["matching"]> {
  const last = await readLastImport(app.db, shop, groupId);
  if (last === null) return null;
  const { addresses, matched, added, notFound, notFoundLines } = last;
  const isFinished = last.finishedAt !== null;
  return { isFinished, addresses, matched, added, notFound, notFoundLines };
}
