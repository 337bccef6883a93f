import type { PrismaClient } from "../../app/persistence/database.ts";
import { standingsBesideLedger } from "../../app/persistence/publication-wishes.ts";
import { wantAnswer } from "../../app/persistence/shopify-questions.ts";
import { updateShop } from "../../app/persistence/shops.ts";
import { calendarDayOf } from "../../app/scoring/index.ts";
import type { App } from "../../app/use-cases/app.ts";
import { createGroup } from "../../app/use-cases/groups/create-group.ts";
import { renewGroups } from "../../app/use-cases/groups/renew-groups.ts";
import { segmentQuestionOf } from "../../app/use-cases/groups/segment-query.ts";
import { publishedFamiliesOf } from "../../app/use-cases/publishing/published-families.ts";
import { requireShop } from "../../app/use-cases/require-shop.ts";
import { saveDraft } from "../../app/use-cases/scoring/program-draft.ts";
import { holdCustomers } from "../../app/use-cases/scoring/hold-customers.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { studyBase } from "../../app/use-cases/scoring/study-base.ts";
import { evaluateShadow } from "../../app/use-cases/shadow/evaluate-shadow.ts";
import { startShadow } from "../../app/use-cases/shadow/shadow-program.ts";
import { makeOrders } from "../score-database/made-base.ts";
import { makeMoves } from "./made-moves.ts";

const ordersPerCustomer = 5;
/** Of one customer, who buys for a company. */
const manyOrders = 2_000;
const heldShare = 0.01;
const setAside = 200;

/** Has the most orders of all. */
export const heavyCustomer = 7_000_000_000_000n;
export const usualCustomer = 7_000_000_000_042n;
export const someProduct = 8_000_000_000_007n;

export interface MadeShop {
  decisions: number;
  fixedGroup: string;
  dynamicGroup: string;
}

/** A shop as it is after a year with everything turned on: what its pages show is in the database. */
export async function makeShop(
  app: App,
  databaseUrl: string,
  shop: string,
  customers: number,
): Promise<MadeShop> {
  const { db } = app;
  const now = await app.now();
  const orders = customers * ordersPerCustomer;
  await makeOrders(databaseUrl, shop, { customers, orders, until: now });
  await makeBaskets(db, shop, now);
  await scoreBase(app, shop, "import");
  await studyBase(app, shop);
  const decisions = await makeMoves(databaseUrl, shop, now);
  await updateShop(db, shop, { publishTags: true, publishMetafields: true });
  await makeHolds(app, shop, customers);
  await answerQuestion(app, shop);
  const groups = await makeGroups(app, shop);
  await makeShopifyGroups(db, shop);
  await saveDraft(app, shop, { form: {}, parts: draft, basedOn: 1 }, null);
  await startShadow(app, shop);
  await evaluateShadow(app, shop);
  await makeLedger(app, shop);
  await db.$executeRaw`VACUUM ANALYZE`;
  return { decisions, ...groups };
}

/** Of the editor, and of the shadow program. */
export const draft = {
  windowDays: 300,
  tiers: [
    { key: "core", name: "Core", cutBp: 8500 },
    { key: "growth", name: "Growth", cutBp: 5500 },
    { key: "base", name: "Base", cutBp: 0 },
  ],
  policy: { graceDays: 30 },
};

async function makeBaskets(db: PrismaClient, shop: string, until: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO orders (shop, order_id, customer_id, name, processed_at, updated_at, test, total_minor_units, refunded_minor_units)
    SELECT ${shop}, 6500000000 + i, ${heavyCustomer}, '#', at, at, false, 4000 + i % 500, 0
    FROM (SELECT i, ${until}::timestamptz - interval '12 hours' * i AS at FROM generate_series(1, ${manyOrders}::int) AS i) AS made`;
  await db.$executeRaw`
    UPDATE orders SET country_code = (ARRAY['GB', 'GB', 'GB', 'GB', 'FR', 'DE', 'US'])[1 + order_id % 7] WHERE shop = ${shop}`;
  await db.$executeRaw`
    INSERT INTO product (shop, product_id, title, product_type, vendor)
    SELECT ${shop}, 8000000000000 + i, 'Product ' || i, 'Type ' || i % 12, 'Vendor' FROM generate_series(0, 499) AS i`;
  await db.$executeRaw`
    INSERT INTO order_line (shop, order_id, line_id, product_id, quantity, returned_quantity, unit_minor_units, net_minor_units)
    SELECT o.shop, o.order_id, 10 * o.order_id + nth, 8000000000000 + abs(hashint8(10 * o.order_id + nth)::bigint) % 500, 1, 0,
           o.total_minor_units / 2, o.total_minor_units / 2
    FROM orders o, generate_series(0, 1) AS nth WHERE o.shop = ${shop}`;
  await db.$executeRaw`VACUUM ANALYZE orders, order_line, product`;
}

async function makeHolds(app: App, shop: string, customers: number): Promise<void> {
  const held = Math.ceil(customers * heldShare);
  const idsFrom = (start: number) =>
    Array.from({ length: held }, (_, index) => heavyCustomer + BigInt(start + index * 7));
  for (const [start, hold] of [
    [50, { kind: "override", tier: "core", untilDay: null }],
    [51, { kind: "opt-out", untilDay: null }],
  ] as const)
    await holdCustomers(app, shop, { customerIds: idsFrom(start), hold, reason: null, actor: "1" });
}

export const vipTag = { kind: "tag", is: true, tag: "vip" } as const;

/** As if Shopify had said that every third customer carries the tag. */
async function answerQuestion(app: App, shop: string): Promise<void> {
  const { db } = app;
  const { timeZone } = await requireShop(app, shop);
  const today = calendarDayOf(await app.now(), timeZone);
  const { id } = await wantAnswer(db, shop, segmentQuestionOf(vipTag, today).query, new Date());
  await db.$executeRaw`
    INSERT INTO shopify_answer SELECT shop, ${id}::uuid, customer_id FROM standing WHERE shop = ${shop} AND customer_id % 3 = 0`;
  await db.shopifyQuestion.updateMany({ where: { shop, id }, data: { answeredAt: new Date() } });
}

async function makeGroups(app: App, shop: string) {
  const [fixedGroup, dynamicGroup] = [
    await create({ kind: "fixed", name: "Snapshot", snapshotOf: { label: "potential" } }),
    await create({
      kind: "dynamic",
      name: "Buyers in Britain",
      rule: {
        match: "all",
        conditions: [
          { kind: "country", is: true, codes: ["GB"] },
          { kind: "count", of: "windowOrders", compare: "at-least", value: 1 },
        ],
      },
    }),
  ];
  await app.db.customGroup.updateMany({
    where: { shop, kind: "fixed" },
    data: { publishTag: true },
  });
  await renewGroups(app, shop);
  return { fixedGroup, dynamicGroup };

  async function create(form: object): Promise<string> {
    const result = await createGroup(app, shop, form, null);
    if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
    return result.id;
  }
}

/** As Shopify's own report would put them. */
async function makeShopifyGroups(db: PrismaClient, shop: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO shopify_group SELECT shop, customer_id,
      (ARRAY['CHAMPIONS', 'LOYAL', 'ACTIVE', 'NEW', 'PROMISING', 'AT_RISK', 'DORMANT'])[1 + customer_id % 7]
    FROM standing WHERE shop = ${shop}`;
  const at = new Date();
  await db.shopifyGroupReading.create({ data: { shop, askedAt: at, readAt: at } });
}

/** Shopify carries all that it should, but for those it refused. */
async function makeLedger(app: App, shop: string): Promise<void> {
  const { db } = app;
  const families = publishedFamiliesOf(await requireShop(app, shop));
  const wished = standingsBesideLedger(shop, families);
  await db.$executeRaw`
    INSERT INTO publication (shop, customer_id, possible_tags, confirmed_tags, metafields_hash, written_at)
    SELECT shop, customer_id, wanted_tags, wanted_tags, wanted_hash, now() FROM (${wished}) AS w`;
  await db.$executeRaw`
    UPDATE publication SET problem = 'customer-gone', confirmed_tags = '{}' WHERE shop = ${shop}
      AND customer_id IN (SELECT customer_id FROM publication WHERE shop = ${shop} ORDER BY customer_id DESC LIMIT ${setAside})`;
}
