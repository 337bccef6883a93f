/** A run taken back on its page, in a shop that shows everything and whose merchant edits tags meanwhile. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { holdCustomers } from "../../app/use-cases/scoring/hold-customers.ts";

import { turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { holdingsOf, othersTagsIn } from "../setup/holdings.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

const by = { reason: "A friend of the house", actor: "1" };
let stage: TestStage;

beforeAll(async () => {
  stage = await openTestStage({ customers: 40, plan: "plus" });
  await install(stage);
  await turnOnPublishing(stage);
  await stage.settle();
});
afterAll(() => stage.close());

async function ask(path: string, routeId: string, body?: URLSearchParams): Promise<string> {
  const request = { path, routeId, ...(body !== undefined && { body }) };
  const { status, text } = await askAsMerchant(stage.appUrl, stage.simulated, request);
  expect(status).toBe(200);
  return text;
}

async function takeBack(runId: string): Promise<string> {
  const path = `/app/movement/runs/${runId}/undo`;
  const text = await ask(path, "routes/app.movement.runs.$id.undo", new URLSearchParams());
  await stage.settle();
  return z.object({ kind: z.literal("undone"), runId: z.string() }).parse(JSON.parse(text)).runId;
}

const tags = () => holdingsOf(stage.simulated.world).tags;

test("the shop carries what it carried, with what its merchant did to tags meanwhile, and the pages tell it", async () => {
  const { world } = stage.simulated;
  const before = tags();
  const base = Object.keys(before).filter((id) => before[id]?.includes("echelon:tier:base"));
  const [first, second, third] = base.map(BigInt);
  if (first === undefined || second === undefined || third === undefined) throw new Error("few");
  const hold = { kind: "override", tier: "core", untilDay: null } as const;
  const held = await holdCustomers(stage.app, stage.shop, {
    customerIds: [first, second],
    hold,
    ...by,
  });
  if (held.kind !== "done") throw new Error(held.kind);
  await stage.settle();
  expect(tags()[String(first)]).toContain("echelon:tier:core");

  // The merchant takes ours from one of them, and gives theirs to another.
  const edited = world.customers.get(Number(second));
  const other = world.customers.get(Number(third));
  if (edited === undefined || other === undefined) throw new Error("gone");
  changeCustomerTags(world, edited, ["VIP"]);
  changeCustomerTags(world, other, [...other.tags, "seen at the fair"]);
  const othersTags = othersTagsIn(world);

  const run = await ask(`/app/movement/runs/${held.runId}`, "routes/app.movement.runs.$id._index");
  expect(JSON.parse(run)).toMatchObject({
    page: { run: { ...{ customersChanged: 2, reason: by.reason }, actor: { kind: "you" } } },
  });
  const undo = await takeBack(held.runId);
  expect(tags()[String(first)]).toEqual(before[String(first)]);
  expect(tags()[String(second)]).toEqual(before[String(second)]);
  expect(othersTagsIn(world)).toEqual(othersTags);

  const list = await ask("/app/movement/runs", "routes/app.movement.runs._index");
  const { rows } = z
    .object({ page: z.object({ rows: z.array(z.object({ id: z.string(), state: z.string() })) }) })
    .parse(JSON.parse(list)).page;
  expect(rows.map(({ id, state }) => [id, state]).slice(0, 2)).toEqual([
    [undo, "applied"],
    [held.runId, "undone"],
  ]);
  await takeBack(undo);
  expect(tags()[String(first)]).toContain("echelon:tier:core");
});

test("a run that is not kept, or never was, is said not to be there", async () => {
  const nobodys = "/app/movement/runs/01970000-0000-7000-8000-000000000000";
  expect(JSON.parse(await ask(nobodys, "routes/app.movement.runs.$id._index"))).toMatchObject({
    page: null,
  });
  const answer = await ask(
    `${nobodys}/undo`,
    "routes/app.movement.runs.$id.undo",
    new URLSearchParams(),
  );
  expect(JSON.parse(answer)).toEqual({ kind: "unknown" });
});
