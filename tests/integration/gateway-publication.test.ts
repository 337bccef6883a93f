import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AdminClient } from "../../app/shopify/admin-client.ts";
import {
  addingTags,
  readBulkOutcomes,
  settingMetafields,
} from "../../app/shopify/bulk-customer-writes.ts";
import { readBulkOperation } from "../../app/shopify/read-bulk-operation.ts";
import {
  findBulkMutation,
  stageLines,
  startBulkMutation,
  type BulkMutation,
} from "../../app/shopify/run-bulk-mutation.ts";
import {
  createSegment,
  deleteSegment,
  findRecentSegment,
  readSegment,
  updateSegment,
} from "../../app/shopify/segments.ts";
import { readFieldDigests } from "../../app/shopify/read-field-digests.ts";
import { deleteMetafields, setMetafields } from "../../app/shopify/write-metafields.ts";
import type { FieldDigests, WriteOutcome } from "../../app/shopify/write-outcome.ts";
import { addTags, removeTags } from "../../app/shopify/write-tags.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { openGateway } from "./gateway-simulated-shop.ts";

let simulated: SimulatedShop;
let admin: AdminClient;
let customerIds: bigint[];
const nobody = 999_999_999n;
const done = { kind: "done" };
const text = expect.any(String) as string;
const doneWithDigests = { ...done, digests: { tier: text, standing: text } };
const doneWithCount = { ...done, tagCount: expect.any(Number) as number };

beforeAll(async () => {
  ({ simulated, admin } = await openGateway());
  customerIds = [...simulated.world.customers.keys()].map((id) => BigInt(id));
});
afterAll(() => simulated.close());

const held = (customerId: bigint) => simulated.world.customers.get(Number(customerId));
const tagsOf = (customerId: bigint) => [...(held(customerId)?.tags ?? [])];

/** Runs it as a publication does, a customer or a dozen to a line, and looks it up by its id as after a lost answer. */
async function runInBulk(
  mutation: BulkMutation,
  of: "tags" | "fields",
  customers: readonly bigint[],
): Promise<Map<bigint, WriteOutcome>> {
  const id = randomUUID();
  const startedAt = new Date();
  const path = await stageLines(admin, mutation.lines);
  const operationId = await startBulkMutation(admin, mutation, path, id);
  expect(await findBulkMutation(admin, id, startedAt)).toBe(operationId);
  expect(await findBulkMutation(admin, randomUUID(), startedAt)).toBeNull();
  const perLine = Math.ceil(customers.length / mutation.lines.length);
  for (;;) {
    const operation = await readBulkOperation(admin, operationId);
    if (operation.kind === "failed") throw new Error(operation.reason);
    if (operation.kind === "running" || operation.url === null) continue;
    const outcomes = new Map<bigint, WriteOutcome>();
    const customersOf = (line: number) => customers.slice(perLine * line, perLine * (line + 1));
    for await (const each of readBulkOutcomes(admin, operation.url, of, customersOf))
      outcomes.set(each.customerId, each.outcome);
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
    expect(outcomes.slice(0, 30).map(({ outcome }) => outcome)).toEqual(
      Array(30).fill(doneWithCount),
    );
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
    const everybody = [...customerIds, nobody];
    const outcomes = await runInBulk(addingTags(writes), "tags", everybody);
    expect(everybody.map((id) => outcomes.get(id))).toEqual([
      ...customerIds.map(() => doneWithCount),
      { kind: "customer-gone" },
    ]);
    expect(customerIds.every((id) => tagsOf(id).includes("echelon:group:new"))).toBe(true);
  });
});

describe("fields", () => {
  const none = { tier: null, standing: null };
  const write = (customerId: bigint, digests: FieldDigests = none) => ({
    customerId,
    tier: "core",
    standing: { group: "new" },
    digests,
  });
  const fieldsOf = (customerId: bigint) =>
    JSON.stringify([...(held(customerId)?.metafields.values() ?? [])]);

  test("are written and taken away, in spite of a customer who is gone", async () => {
    const ids = [...customerIds.slice(0, 14), nobody];
    const writes = ids.map((id) => write(id));
    const outcomes = new Map(
      (await setMetafields(admin, writes)).map((each) => [each.customerId, each.outcome]),
    );
    expect(outcomes.get(nobody)).toEqual({ kind: "customer-gone" });
    expect(customerIds.slice(0, 14).map((id) => outcomes.get(id))).toEqual(
      Array(14).fill(doneWithDigests),
    );
    expect(fieldsOf(customerIds[13] ?? 0n)).toContain("core");

    expect((await deleteMetafields(admin, ids)).map(({ outcome }) => outcome)).toEqual(
      Array(15).fill(done),
    );
    expect(fieldsOf(customerIds[13] ?? 0n)).not.toContain("core");
  });

  test("are written over what we have seen of them and nothing else", async () => {
    const [one, two] = customerIds.slice(20);
    if (one === undefined || two === undefined) throw new Error("there are two");
    await setMetafields(admin, [write(one), write(two)]);
    const seen = await readFieldDigests(admin, [one, nobody]);
    expect(seen.get(nobody)).toBeUndefined();
    const others = { ...write(one, seen.get(one)), tier: "growth" };
    expect((await setMetafields(admin, [others]))[0]?.outcome).toEqual(doneWithDigests);
    const late = { ...write(one, seen.get(one)), tier: "base" };
    const beside = { ...write(two, (await readFieldDigests(admin, [two])).get(two)), tier: "base" };
    expect(await setMetafields(admin, [late, beside])).toEqual([
      { customerId: one, outcome: { kind: "conflict" } },
      { customerId: two, outcome: doneWithDigests },
    ]);
    expect(fieldsOf(one)).toContain("growth");
    await deleteMetafields(admin, [one, two]);
  });

  test("are written in bulk, and one customer in conflict keeps only those of the same line", async () => {
    const [first] = customerIds;
    if (first === undefined) throw new Error("there is one");
    await setMetafields(admin, [write(first)]);
    const writes = customerIds.map((id) => ({ ...write(id), tier: "base" }));
    const outcomes = await runInBulk(settingMetafields(writes), "fields", customerIds);
    expect(outcomes.get(first)).toEqual({ kind: "conflict" });
    expect(customerIds.slice(1, 12).map((id) => outcomes.get(id))).toEqual(
      Array(11).fill(undefined),
    );
    expect(customerIds.slice(12).map((id) => outcomes.get(id))).toEqual(
      customerIds.slice(12).map(() => doneWithDigests),
    );
    expect(customerIds.slice(12).every((id) => fieldsOf(id).includes("base"))).toBe(true);
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
