/** Discounts of labels, from the merchant's form to Shopify: every kind, paused, ended, refused, and given once. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertProgram } from "../../app/persistence/programs.ts";
import { updateShop } from "../../app/persistence/shops.ts";
import { changeGroup } from "../../app/use-cases/groups/change-group.ts";
import { createGroup } from "../../app/use-cases/groups/create-group.ts";
import {
  saveDiscount,
  type DiscountForm,
} from "../../app/use-cases/publishing/discounts/save-discount.ts";
import { steerDiscount } from "../../app/use-cases/publishing/discounts/steer-discount.ts";
import type { Terms } from "../../app/use-cases/publishing/discounts/terms.ts";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { readDiscountPage } from "../../app/use-cases/pages/discount-page.ts";
import { saveProgram } from "../../app/use-cases/scoring/save-program.ts";
import { createDiscount } from "../../simulated-shop/world/discount-actions.ts";
import { deleteDiscount } from "../../simulated-shop/world/discount-actions.ts";
import { discountStatusAt, type Discount } from "../../simulated-shop/world/discount.ts";
import { topTierDiscount } from "../setup/top-tier-discount.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;
const everything = { tags: true, metafields: false, segments: true, discounts: true };

beforeAll(async () => {
  stage = await openTestStage();
  await install(stage);
  await savePublishing(stage.app, stage.shop, everything);
  await stage.settle();
});
afterAll(() => stage.close());

const base = topTierDiscount.terms;
const code = (text: string) => ({ kind: "code", code: text }) as const;

async function give(terms: Partial<Terms>, who: Partial<DiscountForm> = {}): Promise<string> {
  const id = who.id ?? randomUUID();
  const form = { ...topTierDiscount, ...who, id, terms: { ...base, ...terms } };
  expect(await saveDiscount(stage.app, stage.shop, form)).toEqual({ kind: "saved", id });
  await stage.settle();
  return id;
}

const tagOf = (id: string) => `echelon:discount:${id}`;
function inShop(id: string): Discount[] {
  return [...stage.simulated.world.discounts.values()].filter(({ tags }) =>
    tags.includes(tagOf(id)),
  );
}
function only(id: string): Discount {
  const [discount, ...others] = inShop(id);
  if (discount === undefined || others.length > 0) throw new Error(`${others.length} others`);
  return discount;
}
const statusOf = (discount: Discount) =>
  discountStatusAt(discount, stage.simulated.world.clock.nowMs());
const pageOf = async (id: string) => (await readDiscountPage(stage.app, stage.shop, id))?.discount;
const segmentName = ({ context }: Discount) =>
  context.kind === "customer-segments"
    ? context.segmentIds.map((id) => stage.simulated.world.segments.get(id)?.name)
    : [];

describe("a discount", () => {
  test("of every kind reaches Shopify as it was asked for", async () => {
    const [product] = stage.simulated.world.products.values();
    const picked = [{ id: String(product?.id), title: product?.title ?? "" }];
    const amount = await give({
      title: "Five off",
      method: code("FIVE"),
      offer: { kind: "amount", minorUnits: 500, items: { kind: "products", picked } },
      minimum: { kind: "amount", minorUnits: 2050 },
      usageLimit: 40,
      oncePerCustomer: true,
      endsOn: "2026-07-31",
    });
    expect(only(amount)).toMatchObject({
      gidType: "DiscountCodeNode",
      title: "Five off",
      codes: [{ code: "FIVE" }],
      usageLimit: 40,
      appliesOncePerCustomer: true,
      // The end of 31 July in London.
      endsAtMs: Date.parse("2026-07-31T23:00:00Z"),
      startsAtMs: Date.parse("2026-05-31T23:00:00Z"),
      rule: {
        kind: "basic",
        value: { kind: "amount", amountMinor: 500, appliesOnEachItem: false },
        items: { kind: "products", productIds: [product?.id] },
        minimum: { kind: "subtotal", amountMinor: 2050 },
      },
    });
    expect(segmentName(only(amount))).toEqual(["Echelon tier: Core"]);

    const shipping = await give({
      title: "Free post",
      offer: { kind: "free-shipping", ratesUpToMinorUnits: 900 },
      minimum: { kind: "quantity", quantity: 2 },
    });
    expect(only(shipping)).toMatchObject({
      gidType: "DiscountAutomaticNode",
      rule: {
        kind: "free-shipping",
        maximumShippingMinor: 900,
        minimum: { kind: "quantity", quantity: 2 },
      },
    });

    for (const method of [{ kind: "automatic" } as const, code("TWOFORONE")]) {
      const bxgy = await give(
        {
          title: `Two for one ${method.kind}`,
          method,
          offer: {
            kind: "buy-x-get-y",
            buys: { kind: "quantity", quantity: 2 },
            buysItems: { kind: "products", picked },
            gets: 1,
            getsItems: { kind: "products", picked },
            percent: 100,
            usesPerOrder: 3,
          },
        },
        { family: "group", labelKey: "at-risk" },
      );
      expect(only(bxgy)).toMatchObject({
        rule: { kind: "bxgy", getsQuantity: 1, usesPerOrderLimit: 3, effect: { fraction: 1 } },
      });
      expect(segmentName(only(bxgy))).toEqual(["Echelon group: At risk"]);
    }
  });

  test("on collections is given on them, and changes to products and back", async () => {
    const { world } = stage.simulated;
    const [first, second] = [...world.collections.values()].map(({ id, title }) => ({
      id: String(id),
      title,
    }));
    const [product] = world.products.values();
    if (!first || !second || !product) throw new Error("the shop sells nothing");
    const percent = { kind: "percentage", percent: 20 } as const;
    const on = (kind: "collections" | "products", ...picked: { id: string; title: string }[]) => ({
      offer: { ...percent, items: { kind, picked } },
    });
    const title = { title: "On some" };
    const id = await give({ ...title, ...on("collections", first) });
    const itemsNow = () => (only(id).rule as { items?: unknown }).items;
    expect(itemsNow()).toEqual({ kind: "collections", collectionIds: [Number(first.id)] });
    await give({ ...title, ...on("collections", second) }, { id });
    expect(itemsNow()).toEqual({ kind: "collections", collectionIds: [Number(second.id)] });
    await give({ ...title, ...on("products", { id: String(product.id), title: "" }) }, { id });
    expect(itemsNow()).toMatchObject({ kind: "products", productIds: [product.id] });
    await give({ ...title, ...on("collections", first, second) }, { id });
    expect(itemsNow()).toMatchObject({ kind: "collections" });
    expect(await pageOf(id)).toMatchObject({ status: "active", problem: null });

    const bxgy = await give({
      title: "Two of these, one of those",
      offer: {
        kind: "buy-x-get-y",
        buys: { kind: "quantity", quantity: 2 },
        buysItems: { kind: "collections", picked: [first] },
        gets: 1,
        getsItems: { kind: "collections", picked: [second] },
        percent: 100,
        usesPerOrder: null,
      },
    });
    expect(only(bxgy)).toMatchObject({
      rule: {
        buysItems: { kind: "collections", collectionIds: [Number(first.id)] },
        getsItems: { kind: "collections", collectionIds: [Number(second.id)] },
      },
    });
  });

  test("that is changed is changed in Shopify, also to another kind, and stays one", async () => {
    const id = await give({ title: "Ten" });
    const first = only(id).id;
    await give(
      { title: "Twelve", offer: { ...base.offer, percent: 12 } as Terms["offer"] },
      { id },
    );
    expect(only(id)).toMatchObject({
      id: first,
      title: "Twelve",
      rule: { value: { fraction: 0.12 } },
    });
    await give(
      { title: "Free", offer: { kind: "free-shipping", ratesUpToMinorUnits: null } },
      { id },
    );
    expect(only(id)).toMatchObject({ rule: { kind: "free-shipping" } });
    await give({ title: "Growth's" }, { id, labelKey: "growth" });
    expect(segmentName(only(id))).toEqual(["Echelon tier: Growth"]);
  });

  test("that is paused ends for now, and begins again as it is wanted then", async () => {
    const id = await give({ title: "On and off", method: code("ONOFF"), endsOn: "2026-12-31" });
    expect(await steerDiscount(stage.app, stage.shop, id, "pause")).toEqual({ kind: "done" });
    await stage.settle();
    expect(statusOf(only(id))).toBe("EXPIRED");
    await give({ title: "Changed", method: code("ONOFF"), endsOn: "2026-11-30" }, { id });
    expect(only(id)).toMatchObject({ title: "On and off" });
    expect(statusOf(only(id))).toBe("EXPIRED");
    await steerDiscount(stage.app, stage.shop, id, "resume");
    await stage.settle();
    expect(only(id)).toMatchObject({
      title: "Changed",
      endsAtMs: Date.parse("2026-12-01T00:00:00Z"),
    });
    expect(statusOf(only(id))).toBe("ACTIVE");
  });

  test("that is ended goes from Shopify and stays known; what is running cannot be deleted", async () => {
    const id = await give({ title: "Short" });
    expect(await steerDiscount(stage.app, stage.shop, id, "delete")).toEqual({ kind: "refused" });
    await steerDiscount(stage.app, stage.shop, id, "end");
    await stage.settle();
    expect(inShop(id)).toEqual([]);
    expect(await pageOf(id)).toMatchObject({ status: "ended", endReason: "by-hand" });
    await steerDiscount(stage.app, stage.shop, id, "delete");
    expect(await pageOf(id)).toBeUndefined();
  });

  test("that somebody deleted in Shopify is not made again until the merchant wants it", async () => {
    const id = await give({ title: "Gone" });
    deleteDiscount(stage.simulated.world, only(id));
    await give({ title: "Gone, changed" }, { id });
    expect(inShop(id)).toEqual([]);
    expect(await pageOf(id)).toMatchObject({ status: "ended", endReason: "gone-in-shopify" });
    await steerDiscount(stage.app, stage.shop, id, "resume");
    await stage.settle();
    expect(only(id)).toMatchObject({ title: "Gone, changed" });
  });

  test("sent twice by its form is one", async () => {
    const id = randomUUID();
    await give({ title: "Once" }, { id });
    await give({ title: "Once" }, { id });
    expect(inShop(id)).toHaveLength(1);
  });
});

describe("what cannot be given", () => {
  const refusal = async (terms: object, who: object = {}) => {
    const form = { ...topTierDiscount, id: randomUUID(), ...who, terms: { ...base, ...terms } };
    return saveDiscount(stage.app, stage.shop, form);
  };
  const one = (field: string, problem: string) => ({
    kind: "refused",
    problems: [{ field, problem }],
  });

  test("is refused at its field", async () => {
    expect(await refusal({ title: " " })).toEqual(one("terms.title", "empty"));
    expect(await refusal({ offer: { ...base.offer, percent: 0 } })).toEqual(
      one("terms.offer.percent", "percent"),
    );
    expect(await refusal({ endsOn: "2026-05-01" })).toEqual(
      one("terms.endsOn", "ends-before-start"),
    );
    expect(await refusal({}, { labelKey: "nobody" })).toEqual(one("labelKey", "unknown-label"));
    expect(await refusal({ method: code("five") })).toEqual(one("terms.method.code", "code-taken"));
    // One of the codes the merchant has of old.
    const [theirs] = stage.simulated.world.discountsByCode.keys();
    expect(await refusal({ method: code(theirs ?? "") })).toEqual(
      one("terms.method.code", "code-taken"),
    );
    expect(await saveDiscount(stage.app, stage.shop, null)).toMatchObject({ kind: "refused" });
  });

  test("because Shopify refuses it is shown with its reason, and tried again on request", async () => {
    const picked = [{ id: "999999999", title: "Nothing" }];
    const offer = { ...base.offer, items: { kind: "products", picked } } as Terms["offer"];
    const id = await give({ title: "On nothing", offer });
    expect(await pageOf(id)).toMatchObject({
      status: "refused",
      problem: expect.stringContaining("999999999") as string,
    });
    const asked: string[] = [];
    const stop = stage.simulated.traffic.onRequest(({ operation }) => asked.push(operation));
    await stage.app.enqueue(stage.app.db, "publish", { shop: stage.shop });
    await stage.settle();
    stop();
    expect(asked.filter((operation) => operation.startsWith("mutation"))).toEqual([]);
    await give({ title: "On everything" }, { id });
    expect(await pageOf(id)).toMatchObject({ status: "active", problem: null });
  });
});

describe("the limit of 25 active automatic discounts", () => {
  beforeEach(() => {
    const { world } = stage.simulated;
    const [any] = [...world.discounts.values()].filter(({ codes }) => codes.length === 0);
    if (any === undefined) throw new Error("no automatic discount to copy");
    const active = [...world.discounts.values()].filter(
      (each) => each.codes.length === 0 && statusOf(each) === "ACTIVE",
    );
    for (let nth = active.length; nth < 25; nth += 1)
      createDiscount(world, { ...any, title: `Another app's ${nth}`, tags: [] }, null);
  });

  test("is told before the form, and refused when saving, with a code as the way out", async () => {
    const page = await readDiscountPage(stage.app, stage.shop, null);
    expect(page?.automatic).toEqual({ active: 25, most: 25 });
    const form = { ...topTierDiscount, id: randomUUID() };
    expect(await saveDiscount(stage.app, stage.shop, form)).toEqual({
      kind: "refused",
      problems: [{ field: "terms.method", problem: "limit-reached" }],
    });
    await give({ title: "With a code", method: code("WAYOUT") });
  });
});

describe("a group of the merchant's own", () => {
  let group: string;
  const publish = (segment: boolean) =>
    changeGroup(stage.app, stage.shop, group, {
      ...{ intent: "save", name: "Friends", tag: true, segment },
    });

  beforeAll(async () => {
    const form = { kind: "fixed", name: "Friends", snapshotOf: { label: "at-risk" } };
    const created = await createGroup(stage.app, stage.shop, form, null);
    if (created.kind !== "saved") throw new Error(JSON.stringify(created));
    group = created.id;
  });

  test("gets discounts once it has a segment, and is kept while one is for it", async () => {
    const who = { family: "list", labelKey: "friends" } as const;
    const form = { ...topTierDiscount, ...who, id: randomUUID(), terms: base };
    expect(await saveDiscount(stage.app, stage.shop, form)).toEqual({
      kind: "refused",
      problems: [{ field: "labelKey", problem: "unknown-label" }],
    });

    expect(await publish(true)).toEqual({ kind: "saved" });
    await stage.settle();
    const id = await give({ title: "For friends", method: code("FRIENDS") }, who);
    expect(segmentName(only(id))).toEqual(["Echelon list: Friends"]);
    expect(await pageOf(id)).toMatchObject({ labelName: "Friends", status: "active" });

    const inUse = { kind: "in-use", discounts: [{ id, title: "For friends" }] };
    expect(await publish(false)).toEqual(inUse);
    const deletion = { intent: "delete" };
    expect(await changeGroup(stage.app, stage.shop, group, deletion)).toEqual(inUse);
    await stage.settle();
    expect(statusOf(only(id))).toBe("ACTIVE");

    await steerDiscount(stage.app, stage.shop, id, "end");
    expect(await changeGroup(stage.app, stage.shop, group, deletion)).toEqual({ kind: "deleted" });
    await stage.settle();
    expect(inShop(id)).toEqual([]);
    const names = [...stage.simulated.world.segments.values()].map(({ name }) => name);
    expect(names).not.toContain("Echelon list: Friends");
    expect(await steerDiscount(stage.app, stage.shop, id, "resume")).toEqual({ kind: "refused" });
  });
});

describe("a tier that is taken out of the program", () => {
  test("is refused while a discount is for it; one that is gone all the same ends it, with the reason", async () => {
    const id = await give({ title: "For growth", method: code("GROW") }, { labelKey: "growth" });
    const tiers = [
      { key: "core", name: "Core", cutBp: 8000 },
      { key: "base", name: "Base", cutBp: 0 },
    ];
    const weights = { recency: 2000, frequency: 3000, monetary: 5000 };
    const form = { windowDays: 365, weights, tiers, groups: null, scoreCuts: null };
    expect(await saveProgram(stage.app, stage.shop, form, 1)).toMatchObject({
      kind: "in-use",
      uses: expect.arrayContaining([
        expect.objectContaining({ by: "discount", key: "growth", title: "For growth" }),
      ]) as unknown,
    });

    // As an undone change of the rules leaves it: discounts were made for what is no tier any more.
    const { app, shop } = stage;
    await insertProgram(app.db, shop, 2, { windowDays: 365, weights, tiers }, new Date());
    await updateShop(app.db, shop, { liveProgramVersion: 2 });
    await app.enqueue(app.db, "score-base", { shop, kind: "program-change" });
    await app.enqueue(app.db, "publish", { shop });
    await stage.settle();
    expect(inShop(id)).toEqual([]);
    expect(await pageOf(id)).toMatchObject({ status: "ended", endReason: "label-deleted" });
    expect(await steerDiscount(app, shop, id, "resume")).toEqual({ kind: "refused" });
    const names = [...stage.simulated.world.segments.values()].map(({ name }) => name);
    expect(names).not.toContain("Echelon tier: Growth");
  });
});
