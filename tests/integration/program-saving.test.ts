/** Two people at the rules at once, drafts, and rules that cannot be applied. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertDiscount } from "../../app/persistence/discounts.ts";
import { saveOrders } from "../../app/persistence/orders.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveInstallation, updateShop } from "../../app/persistence/shops.ts";
import { defaultProgram } from "../../app/scoring/index.ts";
import { createGroup } from "../../app/use-cases/groups/create-group.ts";
import { readMoversPage } from "../../app/use-cases/pages/movers-page.ts";
import { readProgramEditorPage } from "../../app/use-cases/pages/program-editor-page.ts";
import { createPreviewer } from "../../app/use-cases/previewing/previewer.ts";
import { holdCustomers, releaseCustomers } from "../../app/use-cases/scoring/hold-customers.ts";
import { discardDraft, saveDraft } from "../../app/use-cases/scoring/program-draft.ts";
import { saveProgram } from "../../app/use-cases/scoring/save-program.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

const shop = "one.myshopify.com";
const core = { key: "core", name: "Core", cutBp: 8000 };
const growth = { key: "growth", name: "Growth", cutBp: 5000 };
const base = { key: "base", name: "Base", cutBp: 0 };
let app: TestApp;

beforeEach(async () => {
  app = await openTestApp();
  const facts = { currencyCode: "GBP", timeZone: "Europe/London" };
  await saveInstallation(app.db, shop, facts, new Date());
  await insertProgram(app.db, shop, 1, defaultProgram, new Date());
  const at = new Date("2026-06-01T12:00:00Z");
  const orders = Array.from({ length: 20 }, (_, index) => ({
    ...{ orderId: BigInt(index + 1), customerId: BigInt(index + 1), name: "#" },
    ...{ processedAt: at, updatedAt: at, cancelledAt: null, test: false },
    ...{ totalMinorUnits: BigInt((index + 1) * 1_000), refundedMinorUnits: 0n },
  }));
  await saveOrders(app.db, shop, orders);
  await scoreBase(app, shop, "import");
});
afterEach(() => app.close());

const larger = { tiers: [{ ...core, cutBp: 7000 }, growth, base] };
const smaller = { tiers: [{ ...core, cutBp: 9000 }, growth, base] };
const withoutGrowth = { tiers: [core, base] };

test("the second of two who save at once is told, and their draft is still there", async () => {
  await saveDraft(app, shop, { form: { typed: "by two" }, parts: smaller, basedOn: 1 }, "2");
  const both = await Promise.all([
    saveProgram(app, shop, larger, 1, { actor: "1" }),
    saveProgram(app, shop, smaller, 1, { actor: "2" }),
  ]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
  expect((await readProgramEditorPage(app, shop, "2")).draft).toMatchObject({
    form: { typed: "by two" },
    isMine: true,
  });
  expect((await readProgramEditorPage(app, shop, "1")).draft?.isMine).toBe(false);
  await discardDraft(app, shop);
  expect((await readProgramEditorPage(app, shop, "2")).draft).toBeNull();
});

test("a version that is saved after one was taken back gets a number of its own, and knows who saved it", async () => {
  expect(await saveProgram(app, shop, larger, 1)).toEqual({ kind: "saved", version: 2 });
  await updateShop(app.db, shop, { liveProgramVersion: 1 });
  const saved = await saveProgram(app, shop, smaller, 1, { actor: "7", part: "upgrades" });
  expect(saved).toEqual({ kind: "saved", version: 3 });
  const version = { shop_version: { shop, version: 3 } };
  expect(await app.db.program.findUnique({ where: version })).toMatchObject({
    savedBy: "7",
    applyPart: "upgrades",
  });
});

test("a tier that somebody is set to by hand cannot be given up, which the preview says before", async () => {
  const hold = { kind: "override", tier: "growth", untilDay: null } as const;
  await holdCustomers(app, shop, { customerIds: [1n, 2n], hold, reason: null, actor: null });
  const uses = [{ by: "override", family: "tier", key: "growth", name: "Growth", customers: 2 }];
  expect(await saveProgram(app, shop, withoutGrowth, 1)).toEqual({ kind: "in-use", uses });
  const previewer = createPreviewer(app);
  expect(await previewer.preview(shop, withoutGrowth, await app.now())).toMatchObject({
    kind: "preview",
    preview: { uses },
  });
  const released = {
    customerIds: [1n, 2n],
    kinds: ["override"],
    reason: null,
    actor: null,
  } as const;
  await releaseCustomers(app, shop, released);
  expect((await saveProgram(app, shop, withoutGrowth, 1)).kind).toBe("saved");
});

test("a group with a discount that has not ended cannot be given up", async () => {
  const terms = {
    title: "For new ones",
    method: { kind: "automatic" },
    offer: { kind: "percentage", percent: 10, items: { kind: "all" } },
    minimum: null,
    startsOn: "2026-06-01",
    endsOn: null,
    usageLimit: null,
    oncePerCustomer: false,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
  };
  await insertDiscount(
    app.db,
    shop,
    { id: "11111111-1111-4111-8111-111111111111", family: "group", labelKey: "new", terms },
    new Date(),
  );
  expect(await saveProgram(app, shop, { groups: "four-levels" }, 1)).toMatchObject({
    kind: "in-use",
    uses: [{ by: "discount", family: "group", key: "new", title: "For new ones" }],
  });
});

test("a tier that the rule of a group asks for cannot be given up", async () => {
  const growing = { kind: "label", family: "tier", keys: ["growth", "core"], is: true };
  const block = { kind: "block", match: "any", conditions: [growing] };
  const rule = { match: "all", conditions: [block] };
  const form = { kind: "dynamic", name: "Growing ones", rule };
  expect(await createGroup(app, shop, form, null)).toMatchObject({ kind: "saved" });
  const use = { by: "group", family: "tier", key: "growth", name: "Growth", group: "Growing ones" };
  expect(await saveProgram(app, shop, withoutGrowth, 1)).toEqual({ kind: "in-use", uses: [use] });
});

test("those who would move by a draft are listed page by page, by step and by direction", async () => {
  const previewer = createPreviewer(app);
  expect((await readMoversPage(app, previewer, shop, everybody, 0)).result).toBeNull();
  await saveDraft(app, shop, { form: {}, parts: larger, basedOn: 1 }, null);
  const { result } = await readMoversPage(app, previewer, shop, everybody, 0);
  expect(result).toMatchObject({
    kind: "movers",
    total: 2,
    steps: [{ from: "growth", to: "core", customers: 2, direction: "up" }],
    movers: [
      { customerId: "16", from: "growth", to: "core", windowNetMinorUnits: 16_000 },
      { customerId: "15", from: "growth", to: "core", windowNetMinorUnits: 15_000 },
    ],
  });
  const down = await readMoversPage(app, previewer, shop, { step: null, direction: "down" }, 0);
  expect(down.result).toMatchObject({ total: 0, movers: [] });
  const second = await readMoversPage(app, previewer, shop, everybody, 1);
  expect(second.result).toMatchObject({ total: 2, movers: [] });
});

const everybody = { step: null, direction: null };
