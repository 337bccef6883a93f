import { lastCalendarDay, never } from "../calendar-day.ts";
import type { Calibration } from "../calibration/calibration.ts";
import type { Frame } from "../frame.ts";
import type { SpendForecast } from "../outlook/spend-forecast.ts";
import type { Program } from "../program/program.ts";
import { createExpectedAmounts } from "./expected-amounts.ts";
import { createGroupReader } from "./group-reader.ts";
import { listRecencyBounds } from "./recency-bounds.ts";
import { createTierReader } from "./tier-reader.ts";
import { tierConditionsOf } from "../tiers/tier-conditions.ts";
import { createValueReader } from "./value-reader.ts";

/** One customer's numbers on a day, for the readers of labels. */
export type MovingNumbers = {
  recencyDays: number;
  windowOrders: number;
  windowSpendMinor: number;
  orderCount: number;
  netSpendMinor: number;
  value: number;
};

/** One customer while time passes and nothing is bought. The labels are indexes, −1 = not ranked. */
export type PassingTime = {
  /** Looks at a customer of the frame on the day it begins. */
  begin: (customer: number) => void;
  /** Goes on to a later day. */
  goTo: (day: number) => void;
  /** The next day on which a label may be another: never too late, seldom too early; `never` = it stays for ever. */
  nextDay: () => number;
  /** What the numbers of the day enter and keep, and their group. */
  labels: { entered: number; kept: number; group: number };
};

/**
 * Walks a customer through time, at a calibration's cut-offs. Between orders the numbers change in few ways: recency
 * passes a bound, an order leaves the window, the value falls below a cut-off with the recency, or what is to be expected
 * crosses an amount. Each gives a day in closed form or by halving, so nothing is done day by day. Orders after
 * `fromDay` are as if they were not there.
 */
export function createPassingTime(
  frame: Frame,
  fromDay: number,
  calibration: Calibration,
  program: Program,
  forecast: SpendForecast | null,
): PassingTime {
  const { offsets, orderDay, orderNetMinor } = frame;
  const { windowDays } = program;
  const conditions = tierConditionsOf(calibration, program);
  const amounts = createExpectedAmounts(conditions, forecast);
  const readValue = createValueReader(conditions, calibration, program);
  const readGroup = createGroupReader(calibration, program);
  const enter = createTierReader(conditions.enter, amounts);
  const keep = createTierReader(conditions.keep, amounts);
  const recencyBounds = listRecencyBounds(conditions, calibration, program);
  const numbers: MovingNumbers = {
    recencyDays: 0,
    windowOrders: 0,
    windowSpendMinor: 0,
    orderCount: 0,
    netSpendMinor: 0,
    value: 0,
  };
  const labels = { entered: -1, kept: -1, group: -1 };
  let today = fromDay;
  let lastDay = 0;
  let inWindow = 0;
  let end = 0;
  return { begin, goTo, nextDay, labels };

  function begin(customer: number): void {
    inWindow = offsets[customer] ?? 0;
    end = offsets[customer + 1] ?? 0;
    while (end > inWindow && (orderDay[end - 1] ?? 0) > fromDay) end--;
    numbers.orderCount = end - inWindow;
    numbers.netSpendMinor = 0;
    for (let order = inWindow; order < end; order++)
      numbers.netSpendMinor += orderNetMinor[order] ?? 0;
    numbers.windowOrders = numbers.orderCount;
    numbers.windowSpendMinor = numbers.netSpendMinor;
    lastDay = orderDay[end - 1] ?? 0;
    today = fromDay;
    amounts.begin(customer, fromDay);
    leaveWindow();
    readValue.begin(numbers);
    readLabels();
  }

  function goTo(day: number): void {
    today = day;
    amounts.goTo(day);
    if (leaveWindow()) readValue.afterWindow(numbers);
    readLabels();
  }

  function leaveWindow(): boolean {
    const before = inWindow;
    while (inWindow < end && today - (orderDay[inWindow] ?? 0) >= windowDays) {
      numbers.windowOrders--;
      numbers.windowSpendMinor -= orderNetMinor[inWindow] ?? 0;
      inWindow++;
    }
    return inWindow > before;
  }

  function readLabels(): void {
    if (numbers.orderCount === 0) {
      labels.entered = labels.kept = labels.group = -1;
      return;
    }
    numbers.recencyDays = today - lastDay;
    numbers.value = readValue.at(numbers.recencyDays);
    labels.entered = enter(numbers);
    labels.kept = keep(numbers);
    labels.group = readGroup(numbers);
  }

  function nextDay(): number {
    if (numbers.orderCount === 0) return never;
    let next = amounts.nextDay();
    if (inWindow < end) next = Math.min(next, (orderDay[inWindow] ?? 0) + windowDays);
    const bound = recencyBounds.find((each) => each >= numbers.recencyDays);
    if (bound !== undefined) next = Math.min(next, lastDay + bound + 1);
    const recency = readValue.nextRecency(numbers);
    if (recency < never) next = Math.min(next, lastDay + recency);
    return next > lastCalendarDay ? never : next;
  }
}
