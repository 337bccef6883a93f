import { expect, test } from "vitest";
import type { ClaimedNotice } from "../../../persistence/flow-notices.ts";
import { defaultProgram, groupSchemeOf } from "../../../scoring/index.ts";
import { payloadOf, type PayloadFrame } from "./payload.ts";

const frame: PayloadFrame = {
  shop: { currencyCode: "GBP", namingLocale: "en" },
  program: {
    version: 1,
    definition: defaultProgram,
    tiers: defaultProgram.tiers.map(({ key, name }, rank) => ({
      ...{ key, name, rank, cutBp: null, keepBp: null },
    })),
    groups: groupSchemeOf(defaultProgram).groups,
  },
  today: 20_630,
};
const notice: ClaimedNotice = {
  id: "0e6f0a5c-7c1d-4b6e-9b7e-3f2f1f0a9d11",
  customerId: 6_510_100_422_704n,
  ...{ fromKey: "growth", toKey: "core", reason: "cut-offs", tier: "core", group: "high-value" },
  ...{ valueE4: 835_000, countedOrders: 5, netMinorUnits: 41_250n, nextChangeDay: 20_638 },
  riskReason: null,
};
const changeOf = (change: Partial<ClaimedNotice>) =>
  payloadOf("tier-changed", { ...notice, ...change }, frame);

test("a change says who, from where to where, why, and how the customer stands, in ids and figures", () => {
  expect(changeOf({})).toEqual({
    customer_id: 6_510_100_422_704,
    ...{ "New tier": "Core", "New tier key": "core" },
    ...{ "Former tier": "Growth", "Former tier key": "growth" },
    ...{ Direction: "up", Reason: "Others bought more or less" },
    ...{ Group: "High value", "Group key": "high-value" },
    ...{ Value: 83.5, Orders: 5, Spend: 412.5 },
    ...{ "Next change date": "2026-07-04", "Change id": notice.id },
  });
});

test("no tier is below all, and a tier that is no longer in the ladder is neither above nor below", () => {
  expect(changeOf({ toKey: null })).toMatchObject({ "New tier": "No tier", Direction: "down" });
  expect(changeOf({ fromKey: "gold" })).toMatchObject({ "Former tier": "gold", Direction: "" });
  expect(changeOf({ fromKey: "base", toKey: "growth" })).toMatchObject({ Direction: "up" });
});

test("what has nothing to say is an empty text, never left out", () => {
  expect(changeOf({ group: null, nextChangeDay: null })).toMatchObject({
    ...{ Group: "", "Group key": "", "Next change date": "" },
  });
});

test("what is to come says the day and how many are left", () => {
  const coming = { ...notice, fromKey: "core", toKey: "growth" };
  expect(payloadOf("about-to-change", coming, frame)).toMatchObject({
    ...{ Tier: "Core", "Next tier": "Growth", Direction: "down" },
    ...{ "Next change date": "2026-07-04", "Days left": 8 },
    Reason: "Growth from 2026-07-04 if nothing is bought before",
  });
  expect(payloadOf("about-to-change", { ...coming, nextChangeDay: null }, frame)).toBeNull();
});

test("the risk is said by the judgement of the last study, and not at all without one", () => {
  const riskReason = {
    ...{ kind: "judged", level: "at-risk", daysSinceLast: 74, laterThanPercent: 97 },
    ...{ isPercentAssumed: false, reached: 40, cameBack: 9 },
    judgedBy: {
      ...{ kind: "own-rhythm", usualDays: 31, spreadDays: 1, gaps: 4, shorterGaps: 4 },
    },
  };
  expect(payloadOf("at-risk", { ...notice, riskReason }, frame)).toMatchObject({
    ...{ Risk: "at-risk", "Days since last purchase": 74, "Usual days between purchases": 31 },
    ...{ Reason: "74 days since the last purchase, usually 31", "Tier key": "core" },
  });
  expect(payloadOf("at-risk", notice, frame)).toBeNull();
});
