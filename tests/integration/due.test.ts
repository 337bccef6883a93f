/** Labels that change because time passes, on the very day. */
import { afterEach, expect, test } from "vitest";
import { saveOrders } from "../../app/persistence/orders.ts";
import { calendarDayOf, defaultProgram, type Program } from "../../app/scoring/index.ts";
import { lookAround } from "../../app/use-cases/look-around.ts";
import { decideDue } from "../../app/use-cases/scoring/decide-due.ts";
import { holdCustomers } from "../../app/use-cases/scoring/hold-customers.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { openScoredShop, type ScoredShop } from "../setup/scored-shop.ts";

let it: ScoredShop;
afterEach(() => it.app.close());

/** Gold for whoever spent 50 within 100 days; the base is calibrated on the first of a month. */
const spenders: Program = {
  ...defaultProgram,
  windowDays: 100,
  currency: "GBP",
  tiersBy: { kind: "thresholds" },
  tiers: [
    { key: "gold", name: "Gold", when: { windowSpendAtLeast: "50" } },
    { key: "rest", name: "Rest" },
  ],
  evaluation: "monthly",
};

async function open(options: Parameters<typeof openScoredShop>[0] = {}): Promise<void> {
  it = await openScoredShop({ program: spenders, ...options });
  await saveOrders(it.app.db, it.shop, [
    it.order(1, 90, 6_000),
    it.order(2, 0, 6_000),
    it.order(3, 3, 100),
  ]);
  await scoreBase(it.app, it.shop, "import");
}

async function tierOf(customer: number): Promise<string | undefined> {
  return (await it.labels())[customer]?.split("/")[0];
}

async function nextOf(customerId: bigint) {
  return it.app.db.standing.findFirstOrThrow({ where: { customerId } });
}

async function runs(): Promise<string[]> {
  const found = await it.app.db.run.findMany({ orderBy: { id: "asc" } });
  return found.map(({ kind, customersScored }) => `${kind} of ${customersScored}`);
}

/** What the minute's look asks for. */
async function asked(): Promise<string[]> {
  it.app.asked.length = 0;
  await lookAround(it.app);
  return it.app.asked.filter((name) => name === "decide-due" || name === "score-base");
}

test("somebody whose order leaves the window is decided on that day, and not a day before", async () => {
  await open({ now: new Date("2026-06-02T12:00:00Z") });
  const today = calendarDayOf(await it.app.now(), "Europe/London");
  // Groups change by themselves too; only the tier is looked at here.
  for (let day = 1; day < 10; day += 1) {
    it.passDays(1);
    expect(await asked()).toEqual(["decide-due"]);
    await decideDue(it.app, it.shop);
    expect(await asked()).toEqual([]);
    expect(await tierOf(1)).toBe("gold");
  }
  expect(await nextOf(1n)).toMatchObject({ nextChangeDay: today + 10, nextTier: "rest" });
  it.passDays(1);
  await decideDue(it.app, it.shop);
  expect(await tierOf(1)).toBe("rest");
  const fall = await it.app.db.decision.findFirst({
    where: { family: "tier", toKey: "rest", customerId: 1n },
  });
  expect(fall).toMatchObject({ fromKey: "gold", reason: "time", fromAutoTier: "gold" });
});

test("on a day of a calibration everybody moves in its run, and nobody twice", async () => {
  await open({ now: new Date("2026-06-21T12:00:00Z") });
  it.passDays(10);
  expect(await asked()).toEqual(["score-base"]);
  await decideDue(it.app, it.shop);
  expect(await tierOf(1)).toBe("gold");
  await scoreBase(it.app, it.shop, "recalibration");
  expect(await tierOf(1)).toBe("rest");
  await decideDue(it.app, it.shop);
  await scoreBase(it.app, it.shop, "recalibration");
  expect(await runs()).toEqual(["import of 3", "recalibration of 3"]);
  expect(await asked()).toEqual([]);
});

test("the end of a hold is acted on on its day, whatever the base's calibrations", async () => {
  await open({ now: new Date("2026-06-02T12:00:00Z") });
  const untilDay = calendarDayOf(await it.app.now(), "Europe/London") + 2;
  const hold = { kind: "override", tier: "rest", untilDay } as const;
  await holdCustomers(it.app, it.shop, { customerIds: [2n], hold, reason: null, actor: "1" });
  it.passDays(1);
  await decideDue(it.app, it.shop);
  expect(await tierOf(2)).toBe("rest");
  it.passDays(1);
  await decideDue(it.app, it.shop);
  expect(await tierOf(2)).toBe("gold");
});

test.each([
  // Clocks go from 23:59 to 01:00: the day begins at one.
  { timeZone: "America/Santiago", from: "2026-09-05T12:00:00Z", begins: "2026-09-06T04:00:00Z" },
  { timeZone: "Asia/Beirut", from: "2026-03-28T12:00:00Z", begins: "2026-03-28T22:00:00Z" },
  // Clocks go back at midnight: 23:30 comes twice, the day begins once.
  { timeZone: "America/Santiago", from: "2026-04-04T12:00:00Z", begins: "2026-04-05T04:00:00Z" },
  { timeZone: "Pacific/Apia", from: "2026-06-30T12:00:00Z", begins: "2026-07-01T11:00:00Z" },
])(
  "a day begins at the shop's midnight in $timeZone, where $begins is it",
  async ({ timeZone, from, begins }) => {
    await open({ timeZone, now: new Date(from), program: { ...spenders, evaluation: "weekly" } });
    const start = new Date(begins).getTime();
    // The calibration's day is not looked at: only whether there is a new day.
    it.app.setNow(new Date(start - 1_000));
    expect(await asked()).toEqual([]);
    it.app.setNow(new Date(start));
    expect(await asked()).toHaveLength(1);
  },
);

test("a day that was missed is made up for in one run", async () => {
  await open({ now: new Date("2026-06-02T12:00:00Z") });
  it.passDays(20);
  await decideDue(it.app, it.shop);
  expect(await tierOf(1)).toBe("rest");
  await decideDue(it.app, it.shop);
  expect((await runs()).filter((run) => run.startsWith("due"))).toHaveLength(1);
});
