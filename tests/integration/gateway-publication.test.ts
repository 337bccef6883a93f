import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AdminClient } from "../../app/shopify/admin-client.ts";
import {
  readBulkMutationResults,
  startAddingTags,
  startSettingMetafields,
} from "../../app/shopify/bulk-customer-writes.ts";
import { readBulkOperation } from "../../app/shopify/read-bulk-operation.ts";
import {
  createSegmentDiscount,
  deleteDiscount,
  findRecentDiscount,
  readSegmentDiscount,
  updateSegmentDiscount,
} from "../../app/shopify/segment-discounts.ts";
import {
  createSegment,
  deleteSegment,
  findRecentSegment,
  readSegment,
  updateSegment,
} from "../../app/shopify/segments.ts";
import { deleteMetafields, setMetafields } from "../../app/shopify/write-metafields.ts";
import type { WriteOutcome } from "../../app/shopify/write-outcome.ts";
import { addTags, removeTags } from "../../app/shopify/write-tags.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { openGateway } from "./gateway-simulated-shop.ts";

let simulated: SimulatedShop;
let admin: AdminClient;
let customerIds: bigint[];
const nobody = 999_999_999n;
const done = { kind: "done" };

beforeAll(async () => {
  ({ simulated, admin } = await openGateway());
  customerIds = [...simulated.world.customers.keys()].map((id) => BigInt(id));
});
afterAll(() => simulated.close());

const held = (customerId: bigint) => simulated.world.customers.get(Number(customerId));
const tagsOf = (customerId: bigint) => [...(held(customerId)?.tags ?? [])];

async function outcomesOf(operationId: bigint): Promise<WriteOutcome[]> {
  for (;;) {
    const operation = await readBulkOperation(admin, operationId);
    if (operation.kind === "failed") throw new Error(operation.reason);
    if (operation.kind === "running" || operation.url === null) continue;
    const outcomes: WriteOutcome[] = [];
    for await (const { line, outcome } of readBulkMutationResults(admin, operation.url))
      outcomes[line] = outcome;
    return outcomes;
  }
}

describe("tags", () => {
  test("come and go for each customer, and a customer who is gone says so", async () => {
    const writes = [...customerIds.slice(0, 30), nobody].map((customerId) => ({
      customerId,
      tags: ["echelon:tier:core"],
    }));
    const outcomes = await addTags(admin, writes);
    expect(outcomes.slice(0, 30).map(({ outcome }) => outcome)).toEqual(Array(30).fill(done));
    expect(outcomes[30]).toEqual({ customerId: nobody, outcome: { kind: "customer-gone" } });
    expect(tagsOf(customerIds[29] ?? 0n)).toContain("echelon:tier:core");

    await removeTags(admin, writes.slice(0, 30));
    expect(tagsOf(customerIds[29] ?? 0n)).not.toContain("echelon:tier:core");
  });

  test("go on in bulk, line by line", async () => {
    const writes = [...customerIds, nobody].map((customerId) => ({
      customerId,
      tags: ["echelon:group:new"],
    }));
    const outcomes = await outcomesOf(await startAddingTags(admin, writes));
    expect(outcomes.slice(0, -1)).toEqual(customerIds.map(() => done));
    expect(outcomes.at(-1)).toEqual({ kind: "customer-gone" });
    expect(customerIds.every((id) => tagsOf(id).includes("echelon:group:new"))).toBe(true);
  });
});

describe("fields", () => {
  const write = (customerId: bigint) => ({ customerId, tier: "core", standing: { group: "new" } });
  const fieldsOf = (customerId: bigint) =>
    JSON.stringify([...(held(customerId)?.metafields.values() ?? [])]);

  test("are written and taken away, in spite of a customer who is gone", async () => {
    const ids = [...customerIds.slice(0, 14), nobody];
    const outcomes = new Map(
      (await setMetafields(admin, ids.map(write))).map((each) => [each.customerId, each.outcome]),
    );
    expect(outcomes.get(nobody)).toEqual({ kind: "customer-gone" });
    expect(customerIds.slice(0, 14).map((id) => outcomes.get(id))).toEqual(Array(14).fill(done));
    expect(fieldsOf(customerIds[13] ?? 0n)).toContain("core");

    expect((await deleteMetafields(admin, ids)).map(({ outcome }) => outcome)).toEqual(
      Array(15).fill(done),
    );
    expect(fieldsOf(customerIds[13] ?? 0n)).not.toContain("core");
  });

  test("are written in bulk", async () => {
    const outcomes = await outcomesOf(await startSettingMetafields(admin, customerIds.map(write)));
    expect(outcomes).toEqual(customerIds.map(() => done));
    expect(customerIds.every((id) => fieldsOf(id).includes("core"))).toBe(true);
  });
});

test("a segment lives from its creation to its end, and is found after a lost answer", async () => {
  const query = "customer_tags CONTAINS 'echelon:tier:core'";
  const created = await createSegment(admin, "Echelon: Core", query);
  const segment = { segmentId: expect.any(BigInt) as bigint, name: "Echelon: Core", query };
  expect(created).toEqual({ kind: "saved", segment });
  const segmentId = created.kind === "saved" ? created.segment.segmentId : 0n;

  expect(await findRecentSegment(admin, "Echelon: Core", query)).toMatchObject({ segmentId });
  const renamed = { name: "Echelon: Best", query };
  expect(await updateSegment(admin, segmentId, renamed)).toMatchObject({
    kind: "saved",
    segment: renamed,
  });
  expect(await readSegment(admin, segmentId)).toMatchObject(renamed);
  expect(await deleteSegment(admin, segmentId)).toEqual({ kind: "deleted" });
  expect(await deleteSegment(admin, segmentId)).toEqual({ kind: "deleted" });
  expect(await readSegment(admin, segmentId)).toBeNull();
  expect(await updateSegment(admin, segmentId, renamed)).toEqual({ kind: "gone" });
});

test("a query that is none is refused in Shopify's words", async () => {
  const refused = await createSegment(admin, "Broken", "customer_tags HAS 'x'");
  expect(refused.kind === "refused" && refused.message).toMatch(/Line 1 Column \d+/);
});

test("a segment's discount is created, changed and deleted", async () => {
  const created = await createSegment(
    admin,
    "Echelon: Growth",
    "customer_tags CONTAINS 'echelon:tier:growth'",
  );
  const segmentId = created.kind === "saved" ? created.segment.segmentId : 0n;
  const wanted = { title: "Growth: 10% off", percent: 10, segmentId };
  const saved = await createSegmentDiscount(admin, wanted, new Date("2026-06-30T22:59:59Z"));
  expect(saved).toEqual({ kind: "saved", discountId: expect.any(BigInt) as bigint });
  const discountId = saved.kind === "saved" ? saved.discountId : 0n;

  const discount = { ...wanted, discountId, status: "ACTIVE" as const };
  expect(await readSegmentDiscount(admin, discountId)).toEqual(discount);
  expect(await findRecentDiscount(admin, segmentId)).toEqual(discount);
  expect(await updateSegmentDiscount(admin, discount, { ...wanted, percent: 15 })).toEqual(saved);
  expect(await readSegmentDiscount(admin, discountId)).toMatchObject({ percent: 15, segmentId });
  expect(await deleteDiscount(admin, discountId)).toEqual({ kind: "deleted" });
  expect(await deleteDiscount(admin, discountId)).toEqual({ kind: "deleted" });
  expect(await readSegmentDiscount(admin, discountId)).toBeNull();
});
