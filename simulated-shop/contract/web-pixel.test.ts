import { afterAll, beforeAll, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const PARTS = "webPixel { id settings } userErrors { code }";
const create = (settings: unknown) =>
  askFor(
    shop,
    `mutation ($settings: JSON!) { webPixelCreate(webPixel: {settings: $settings}) { ${PARTS} } }`,
    { settings },
  );

test("an app has one pixel, which it can change, find without its id, and take away", async () => {
  const made = await create({ accountID: "1" });
  const id = (made as { webPixel: { id: string } }).webPixel.id;
  expect(id).toMatch(/^gid:\/\/shopify\/WebPixel\/\d+$/);
  expect(await create({ accountID: "2" })).toMatchObject({ userErrors: [{ code: "TAKEN" }] });
  const update = `mutation ($id: ID!) { webPixelUpdate(id: $id, webPixel: {settings: "{\\"accountID\\":\\"3\\"}"}) { ${PARTS} } }`;
  expect(await askFor(shop, update, { id })).toMatchObject({
    webPixel: { settings: { accountID: "3" } },
  });
  expect(await askFor(shop, "{ webPixel { id } }")).toEqual({ id });
  const remove =
    "mutation ($id: ID!) { webPixelDelete(id: $id) { deletedWebPixelId userErrors { code } } }";
  expect(await askFor(shop, remove, { id })).toEqual({ deletedWebPixelId: id, userErrors: [] });
  expect(await askFor(shop, remove, { id })).toMatchObject({ userErrors: [{ code: "NOT_FOUND" }] });
  expect(await create("[1]")).toMatchObject({ userErrors: [{ code: "INVALID_SETTINGS" }] });
});
