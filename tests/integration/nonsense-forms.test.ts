/** What a page's form can never send: every action refuses it in the sender's terms, and nothing is written. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { askAsMerchant, type MerchantRequest } from "../setup/ask-as-merchant.ts";
import { listAppRoutes } from "../setup/route-manifest.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;

beforeAll(async () => {
  stage = await openTestStage({ customers: 5 });
  await install(stage);
  await stage.settle();
});
afterAll(() => stage.close());

const nonsense: Required<Pick<MerchantRequest, "body">>["body"][] = [
  {},
  [],
  { intent: "fly" },
  { form: null, basedOn: "yesterday" },
  { tags: "maybe", discounts: 1e9 },
  new URLSearchParams({ intent: "fly" }),
  new URLSearchParams(),
];

test("no action fails on nonsense, and none acts on it", async () => {
  const before = await stage.app.db.shop.findFirst();
  const withAction = (await listAppRoutes()).filter(({ hasAction }) => hasAction);
  expect(withAction.length).toBeGreaterThan(0);
  for (const { id, path } of withAction) {
    for (const body of nonsense) {
      const answer = await askAsMerchant(stage.appUrl, stage.simulated, {
        path,
        routeId: id,
        body,
      });
      expect(answer.status, `${id} given ${JSON.stringify(body)}`).toBeLessThan(500);
    }
  }
  expect(await stage.app.db.shop.findFirst()).toEqual(before);
  expect(await stage.app.db.program.count()).toBe(1);
});
