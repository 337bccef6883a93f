/** Fixed and dynamic groups, from a rule to the tags and segments of the shop. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  forgetMemberImports,
  holdAddresses,
  startMemberImport,
} from "../../app/persistence/member-imports.ts";
import { changeGroup } from "../../app/use-cases/groups/change-group.ts";
import { countRule } from "../../app/use-cases/groups/ask-rule.ts";
import { createGroup } from "../../app/use-cases/groups/create-group.ts";
import { exportMembers } from "../../app/use-cases/groups/export-members.ts";
import { matchMembers } from "../../app/use-cases/groups/match-members.ts";
import { importMembers } from "../../app/use-cases/groups/import-members.ts";
import { readCustomGroupPage } from "../../app/use-cases/pages/custom-group-page.ts";
import { lookAround } from "../../app/use-cases/look-around.ts";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import { createMetafieldDefinition } from "../../simulated-shop/world/metafield-definition-actions.ts";
import { setMetafields } from "../../simulated-shop/world/set-metafields.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { scorePlainly, type PlainStanding } from "../setup/score-plainly.ts";
import { rowsOf } from "../setup/table-rows.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;
let customers: Customer[];
let standings: Map<number, PlainStanding>;

beforeAll(async () => {
  stage = await openTestStage({ customers: 300 });
  await install(stage);
  const { world } = stage.simulated;
  customers = [...world.customers.values()];
  standings = scorePlainly(world);
});
afterAll(() => stage.close());

const all = (...conditions: object[]) => ({ match: "all", conditions });
const any = (...conditions: object[]) => ({ match: "any", conditions });
const orders = (compare: string, value: number) => ({
  kind: "count",
  of: "orders",
  compare,
  value,
});

async function countOf(rule: object): Promise<number> {
  for (;;) {
    const count = await countRule(stage.app, stage.shop, rule);
    if (count.kind === "counted") return count.customers;
    if (count.kind === "refused") throw new Error(JSON.stringify(count.problems));
    await stage.settle();
  }
}

function countPlainly(test: (standing: PlainStanding, customer: Customer) => boolean): number {
  return customers.filter((customer) => {
    const standing = standings.get(customer.id);
    return standing !== undefined && test(standing, customer);
  }).length;
}

describe("a rule counts whom the shop's own orders say it holds for", () => {
  test("by metrics, joined by all and any, and in a block", async () => {
    expect(await countOf(all(orders("at-least", 3)))).toBe(
      countPlainly(({ countedOrders }) => countedOrders >= 3),
    );
    const spend = { kind: "amount", of: "windowSpend", compare: "at-least", amount: "100.00" };
    expect(await countOf(all(orders("at-least", 2), spend))).toBe(
      countPlainly((each) => each.countedOrders >= 2 && each.windowNetMinorUnits >= 100_00),
    );
    const old = { kind: "count", of: "recencyScore", compare: "at-most", value: 1 };
    const block = { kind: "block", ...all(orders("at-least", 2), spend) };
    expect(await countOf(any(old, block))).toBe(
      countPlainly(
        (each) =>
          each.recencyScore <= 1 || (each.countedOrders >= 2 && each.windowNetMinorUnits >= 100_00),
      ),
    );
  });

  test("by labels, and by not having one", async () => {
    const core = { kind: "label", family: "tier", is: true, keys: ["core"] };
    expect(await countOf(all(core))).toBe(countPlainly(({ tier }) => tier === "core"));
    expect(await countOf(all({ ...core, is: false }, orders("at-least", 1)))).toBe(
      countPlainly(({ tier }) => tier !== "core"),
    );
  });

  test("by country and product, and by neither", async () => {
    const { world } = stage.simulated;
    const counts = (order: Customer["orders"][number]) =>
      order.cancelledAtMs === null && !order.test;
    const [country] = customers.map(({ countryCode }) => countryCode);
    const here = await countOf(all({ kind: "country", is: true, codes: [country] }));
    const elsewhere = await countOf(
      all({ kind: "country", is: false, codes: [country] }, orders("at-least", 1)),
    );
    expect(here).toBeGreaterThan(0);
    expect(here + elsewhere).toBe(standings.size);
    const product = [...world.products.values()][0];
    if (product === undefined) throw new Error("the sample shop sells something");
    const boughtIt = countPlainly((_standing, { orders: theirs }) =>
      theirs.some(
        (order) =>
          counts(order) && order.lineItems.some(({ product: bought }) => bought === product),
      ),
    );
    const condition = { kind: "product", is: true, productId: String(product.id) };
    const found = await countOf(all(condition, orders("at-least", 1)));
    expect(found).toBeGreaterThan(0);
    // What was sent back is not bought.
    expect(found).toBeLessThanOrEqual(boughtIt);
  });

  test("by dates in the shop's time zone, as days ago say it too", async () => {
    const since = { kind: "date", of: "last-order", compare: "on-or-after", date: "2026-01-01" };
    const before = { ...since, compare: "on-or-before", date: "2025-12-31" };
    expect((await countOf(all(since))) + (await countOf(all(before)))).toBe(standings.size);
    const recent = { kind: "count", of: "daysSinceLastOrder", compare: "at-most", value: 90 };
    const quiet = { ...recent, compare: "at-least", value: 91 };
    expect((await countOf(all(recent))) + (await countOf(all(quiet)))).toBe(standings.size);
    const first = { kind: "date", of: "first-order", compare: "on-or-before", date: "2025-12-31" };
    expect(await countOf(all(first))).toBeGreaterThanOrEqual(await countOf(all(before)));
  });
});

test("the merchant's own tags and fields are asked of Shopify, and only ids are kept", async () => {
  const { world } = stage.simulated;
  const ranked = customers.filter(({ id }) => standings.has(id));
  for (const customer of ranked.slice(0, 7))
    changeCustomerTags(world, customer, [...customer.tags, "Press UK's own"]);
  const tag = { kind: "tag", is: true, tag: "press uk's own" };
  expect(await countOf(all(tag))).toBe(7);
  expect(await countOf(all({ ...tag, is: false }, orders("at-least", 1)))).toBe(standings.size - 7);
  const field = { kind: "field", namespace: "facts", key: "gender", type: "text" };
  const women = all({ ...field, compare: "is", value: "f" });
  expect((await countRule(stage.app, stage.shop, women)).kind).toBe("asking");
  await stage.settle();
  expect(await countRule(stage.app, stage.shop, women)).toMatchObject({
    kind: "refused",
    problems: [
      { field: "conditions.0", problem: expect.stringMatching(/filter cannot be found/) as string },
    ],
  });
});

test("a birth date is compared by Shopify, and whoever has none is on the side of no", async () => {
  const { world } = stage.simulated;
  const capabilities = {
    adminFilterable: true,
    analyticsQueryable: false,
    cartToOrderCopyable: false,
    smartCollectionCondition: false,
    uniqueValues: false,
  };
  createMetafieldDefinition(world, {
    ...{ ownerType: "CUSTOMER", namespace: "facts", key: "birth_date", type: "date" },
    ...{ name: "Birth date", description: null, validations: [], capabilities, pin: false },
    access: { admin: "PUBLIC_READ_WRITE", storefront: "NONE", customerAccount: "NONE" },
  });
  const born = ["1979-12-31", "1990-05-05", "2001-01-01"];
  const ranked = customers.filter(({ id }) => standings.has(id)).slice(0, born.length);
  setMetafields(
    world,
    ranked.map((owner, index) => ({
      ...{ owner, namespace: "facts", key: "birth_date", type: "date" },
      value: born[index] ?? "",
    })),
  );
  const field = { kind: "field", namespace: "facts", key: "birth_date", type: "date" };
  expect(await countOf(all({ ...field, compare: "on-or-after", value: "1980-01-01" }))).toBe(2);
  const month = (value: string) => all({ ...field, compare: "month-is", value });
  expect([await countOf(month("12")), await countOf(month("6"))]).toEqual([1, 0]);
  const unknown = all({ ...field, compare: "is-not-set", value: "" }, orders("at-least", 1));
  expect(await countOf(unknown)).toBe(standings.size - born.length);
});

describe("a group", () => {
  async function create(form: object): Promise<string> {
    const result = await createGroup(stage.app, stage.shop, form, null);
    if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
    await stage.settle();
    return result.id;
  }
  const change = async (id: string, form: object) => {
    const result = await changeGroup(stage.app, stage.shop, id, form);
    await stage.settle();
    return result;
  };
  const carriers = (key: string) =>
    customers.filter(({ tags }) => tags.includes(`echelon:list:${key}`)).map(({ id }) => id);

  test("that is dynamic follows its rule, is published, and taken back", async () => {
    await savePublishing(stage.app, stage.shop, {
      tags: true,
      metafields: false,
      segments: true,
      discounts: false,
    });
    const rule = all(orders("at-least", 3));
    const id = await create({ kind: "dynamic", name: "Third order", rule });
    expect(carriers("third-order")).toEqual([]);
    await change(id, { intent: "save", name: "Third order", rule, tag: true, segment: true });
    const wanted = customers.filter(
      ({ id: each }) => (standings.get(each)?.countedOrders ?? 0) >= 3,
    );
    expect(new Set(carriers("third-order"))).toEqual(new Set(wanted.map(({ id: each }) => each)));
    const segments = () => [...stage.simulated.world.segments.values()].map(({ name }) => name);
    expect(segments()).toContain("Echelon list: Third order");

    await change(id, {
      ...{ intent: "save", name: "Fourth order", rule: all(orders("at-least", 4)) },
      ...{ tag: true, segment: true },
    });
    const fewer = customers.filter(
      ({ id: each }) => (standings.get(each)?.countedOrders ?? 0) >= 4,
    );
    expect(new Set(carriers("third-order"))).toEqual(new Set(fewer.map(({ id: each }) => each)));
    expect(segments()).toContain("Echelon list: Fourth order");

    await change(id, { intent: "delete" });
    expect(carriers("third-order")).toEqual([]);
    expect(segments().filter((name) => name.startsWith("Echelon list"))).toEqual([]);
  });

  test("that is fixed holds a snapshot, and changes by hand only", async () => {
    const id = await create({
      kind: "fixed",
      name: "At risk in June",
      snapshotOf: { label: "at-risk" },
    });
    const members = () =>
      stage.app.db.customGroupMember.count({ where: { shop: stage.shop, groupId: id } });
    const atRisk = countPlainly(({ group }) => group === "at-risk");
    expect(await members()).toBe(atRisk);
    const one = customers.find(({ id: each }) => standings.get(each)?.group === "dormant");
    const added = await change(id, {
      intent: "add",
      customerIds: [String(one?.id), "#4", "nobody"],
    });
    expect(added).toEqual({ kind: "changed", customers: 1, unknown: ["4", "nobody"] });
    await change(id, { intent: "refresh" });
    expect(await members()).toBe(atRisk + 1);
    const removed = await change(id, { intent: "remove", customerIds: [String(one?.id)] });
    expect(removed).toMatchObject({ customers: 1 });
  });

  test("takes in a customer who never ordered, who is known to Shopify", async () => {
    const stranger = customers.find(({ orders: theirs }) => theirs.length === 0);
    const id = await create({ kind: "fixed", name: "Press", snapshotOf: null });
    const added = await change(id, { intent: "add", customerIds: [String(stranger?.id)] });
    expect(added).toEqual({ kind: "changed", customers: 1, unknown: [] });
    await change(id, { intent: "save", name: "Press", tag: true, segment: false });
    expect(carriers("press")).toEqual([stranger?.id]);
  });

  test("takes in a file of numbers or e-mails, says who was not found, and keeps no e-mail", async () => {
    const id = await create({ kind: "fixed", name: "From a file", snapshotOf: null });
    const [one, two] = customers.filter((each) => standings.has(each.id));
    const members = () =>
      stage.app.db.customGroupMember.count({ where: { shop: stage.shop, groupId: id } });
    async function* file(text: string) {
      await Promise.resolve();
      yield text;
    }
    const byNumber = `customer_id\n${String(one?.id)}\n4\n`;
    expect(await importMembers(stage.app, stage.shop, id, file(byNumber))).toEqual({
      kind: "imported",
      ...{ rows: 2, added: 1, notFoundCount: 1, notFound: [{ line: 3, text: "4" }] },
    });
    const byEmail = `Email\n${two?.email ?? ""}\nnobody@nowhere.example\n`;
    expect(await importMembers(stage.app, stage.shop, id, file(byEmail))).toMatchObject({
      ...{ added: 1, notFound: [{ line: 3, text: "nobody@nowhere.example" }] },
    });
    const broken = `customer_id\n${String(two?.id)}\nAda\n`;
    expect(await importMembers(stage.app, stage.shop, id, file(broken))).toEqual({
      ...{ kind: "refused", line: 3, reason: "no-number" },
    });
    expect(await members()).toBe(2);
    const written = JSON.stringify(await rowsOf(stage.app.db, stage.shop));
    expect(written).not.toContain(two?.email);
    const lines: string[] = [];
    for await (const line of exportMembers(stage.app, stage.shop, id)) lines.push(line);
    expect(lines).toHaveLength(3);
    expect(lines.join("")).toContain(String(one?.id));
  });

  test("a file of many e-mails is matched by a job; meanwhile no address can be read, and after it none is there", async () => {
    const { app, shop } = stage;
    const id = await create({ kind: "fixed", name: "Many", snapshotOf: null });
    const known = customers.filter((each) => standings.has(each.id));
    const strangers = Array.from({ length: 1_000 }, (_, place) => `p${place}@nowhere.example`);
    const emails = [...strangers, ...known.map(({ email }) => email)];
    async function* file() {
      await Promise.resolve();
      yield `email\n${emails.slice(0, 700).join("\n")}\n`;
      yield emails.slice(700).join("\n");
    }
    const held = { kind: "matching", rows: emails.length };
    expect(await importMembers(app, shop, id, file())).toEqual(held);
    const written = JSON.stringify(await rowsOf(app.db, shop));
    expect(written).not.toContain("nowhere.example");
    expect(written).not.toContain(known[0]?.email);
    await stage.settle();
    const where = { shop, groupId: id };
    expect(await app.db.customGroupMember.count({ where })).toBe(known.length);
    expect(await app.db.memberImportAddress.count()).toBe(0);
    const page = await readCustomGroupPage(app, shop, id, null);
    expect(page).toMatchObject({
      customers: known.length,
      matching: {
        ...{ isFinished: true, addresses: emails.length, matched: emails.length },
        ...{ added: known.length, notFound: strangers.length },
        notFoundLines: Array.from({ length: 50 }, (_, place) => place + 2),
      },
    });
  });

  test("a file of many e-mails that is wrong at its end leaves nothing", async () => {
    const { app, shop } = stage;
    const id = await create({ kind: "fixed", name: "Broken", snapshotOf: null });
    async function* file() {
      await Promise.resolve();
      const emails = Array.from({ length: 1_100 }, (_, place) => `p${place}@nowhere.example`);
      yield `email\n${emails.join("\n")}\n`;
      yield "Ada Lovelace\n";
    }
    const refused = { kind: "refused", line: 1_102, reason: "no-email" };
    expect(await importMembers(app, shop, id, file())).toEqual(refused);
    expect(await app.db.memberImportAddress.count()).toBe(0);
    expect(await app.db.memberImport.count({ where: { groupId: id } })).toBe(0);
  });

  test("matching that is killed goes on where it was, and counts nobody twice", async () => {
    const { app, shop } = stage;
    const groupId = await create({ kind: "fixed", name: "Killed", snapshotOf: null });
    const known = customers.filter((each) => standings.has(each.id)).slice(0, 20);
    const strangers = Array.from({ length: 600 }, (_, place) => `p${place}@nowhere.example`);
    const emails = [...known.map(({ email }) => email), ...strangers];
    const running = { shop, id: randomUUID(), groupId, startedAt: new Date() };
    const sealed = emails.map((email, line) => ({ line, sealed: app.seal.encrypt(email) }));
    await holdAddresses(app.db, running, sealed);
    await app.db.$transaction((tx) =>
      startMemberImport(tx, { ...running, addresses: emails.length }),
    );
    const death = new AbortController();
    let read = 0;
    const decrypt = (text: string) => {
      read += 1;
      if (read > 250) death.abort();
      return app.seal.decrypt(text);
    };
    const dying = { ...app, seal: { ...app.seal, decrypt } };
    await expect(matchMembers(dying, shop, death.signal)).rejects.toThrow();
    const where = { shop_id: { shop, id: running.id } };
    const half = await app.db.memberImport.findUniqueOrThrow({ where });
    expect(half).toMatchObject({ matched: 500, added: known.length, finishedAt: null });
    await matchMembers(app, shop, new AbortController().signal);
    expect(await app.db.memberImport.findUniqueOrThrow({ where })).toMatchObject({
      ...{ matched: emails.length, added: known.length, notFound: strangers.length },
    });
    await forgetMemberImports(app.db, { before: new Date(Date.now() + 1_000) });
    expect(await app.db.memberImport.count()).toBe(0);
  });

  test("is refused with the place of what is wrong", async () => {
    const result = await createGroup(
      stage.app,
      stage.shop,
      { kind: "dynamic", name: "", rule: all(orders("at-least", -1)) },
      null,
    );
    expect(result).toMatchObject({ kind: "refused", problems: [{ field: "name" }] });
    const wrongRule = await createGroup(
      stage.app,
      stage.shop,
      { kind: "dynamic", name: "X", rule: all(orders("at-least", -1)) },
      null,
    );
    expect(wrongRule).toMatchObject({
      kind: "refused",
      problems: [{ field: "rule.conditions.0.value" }],
    });
  });

  test("of another shop's is gone", async () => {
    const form = { intent: "delete" };
    const id = "00000000-0000-4000-8000-000000000000";
    expect(await changeGroup(stage.app, stage.shop, id, form)).toEqual({ kind: "gone" });
    expect(await changeGroup(stage.app, stage.shop, "none", form)).toEqual({ kind: "gone" });
  });

  test("of birthdays is other people's from the shop's next day on, by itself", async () => {
    const [owner] = customers.filter(({ id: each }) => standings.has(each));
    if (owner === undefined) throw new Error("nobody is ranked");
    const comes = new Date((await stage.app.now()).getTime() + 5 * 86_400_000);
    const value = `1980-${comes.toISOString().slice(5, 10)}`;
    const { world } = stage.simulated;
    const field = { namespace: "facts", key: "birth_date", type: "date" };
    setMetafields(world, [{ owner, ...field, value }]);
    const rule = all({ kind: "field", ...field, compare: "anniversary-within", value: "3" });
    const id = await create({ kind: "dynamic", name: "Birthday soon", rule });
    const members = async () => {
      const rows = await stage.app.db.customGroupMember.findMany({ where: { groupId: id } });
      return rows.map(({ customerId }) => Number(customerId));
    };
    expect(await members()).toEqual([]);
    world.clock.advanceByMs(2 * 86_400_000);
    await lookAround(stage.app);
    await stage.settle();
    expect(await members()).toEqual([owner.id]);
    world.clock.advanceByMs(4 * 86_400_000);
    await lookAround(stage.app);
    await stage.settle();
    expect(await members()).toEqual([]);
  });
});
