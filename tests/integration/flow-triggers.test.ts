/** What Shopify Flow hears of customers, over HTTP, and what it does not. One story: its tests follow each other. */
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { flowTriggerNames } from "../../app/persistence/flow-triggers.ts";
import { payloadSchemas } from "../../app/use-cases/flow/triggers/payload.ts";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import { readFlowExtensions } from "../../simulated-shop/flow/read-flow-extensions.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import type { FlowTrigger } from "../../simulated-shop/world/flow-trigger.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { buy } from "../setup/plain-shop.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

const extensionsFolder = join(projectFolder, "extensions");
const everything = { tags: true, metafields: true, segments: false, discounts: false };
const allOn = {
  ...{ tierChanged: true, atRisk: true, aboutToChange: true },
  ...{ afterRuleChanges: false, daysBefore: 7 },
};

let stage: TestStage;
let world: World;
/** How many Flow had heard before this test. */
let heardBefore: number;

beforeAll(async () => {
  stage = await openTestStage({ customers: 80, plan: "plus", extensionsFolder });
  ({ world } = stage.simulated);
});
afterAll(() => stage.close());
beforeEach(() => {
  heardBefore = world.flowTriggers.length;
});

function heard(handle?: string): FlowTrigger[] {
  const all = world.flowTriggers.slice(heardBefore);
  return handle === undefined ? all : all.filter((each) => each.handle === handle);
}

async function save(flow: Partial<typeof allOn>, settings = {}): Promise<void> {
  const form = { ...everything, ...settings, flow: { ...allOn, ...flow } };
  expect(await savePublishing(stage.app, stage.shop, form)).toEqual({ kind: "saved" });
  await stage.settle();
}

/** Somebody who would rise by a large order. */
function someoneIn(tier: string): Customer {
  const found = [...world.customers.values()].find(({ tags }) =>
    tags.includes(`echelon:tier:${tier}`),
  );
  if (found === undefined) throw new Error(`nobody is in ${tier}`);
  return found;
}

test("the payloads have the fields that the extensions declare, and no other", () => {
  const { triggers } = readFlowExtensions(extensionsFolder);
  const declared = triggers.map(({ handle, fields }) => [
    handle,
    fields.map(({ key }) => key).sort(),
  ]);
  const handles = {
    ...{ "tier-changed": "tier-changed", "at-risk": "customer-at-risk" },
    "about-to-change": "tier-about-to-change",
  };
  const filled = flowTriggerNames.map((name) => [
    handles[name],
    Object.keys(payloadSchemas[name].shape).sort(),
  ]);
  expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(filled));
});

test("an import tells nobody, whatever was turned on before it", async () => {
  await install(stage);
  await save({});
  expect(heard()).toEqual([]);
});

test("a tier that changes is told once, after the new tag is on the customer", async () => {
  const customer = someoneIn("base");
  buy(world, customer, 900_000);
  await stage.settle();
  expect(heard()).toMatchObject([
    {
      handle: "tier-changed",
      payload: {
        customer_id: customer.id,
        ...{ "New tier": "Core", "New tier key": "core" },
        ...{ "Former tier": "Base", "Former tier key": "base" },
        ...{ Direction: "up", Reason: "After an order" },
        Orders: customer.orders.length,
      },
    },
  ]);
  expect(customer.tags).toContain("echelon:tier:core");
  // Nothing is told again by publishing again, or by the minute's look.
  for (const name of ["publish", "tell-flow"] as const)
    await stage.app.enqueue(stage.app.db, name, { shop: stage.shop });
  await stage.app.enqueue(stage.app.db, "tick", {});
  await stage.settle();
  expect(heard()).toHaveLength(1);
});
