import { afterEach, expect, test, vi } from "vitest";
import { WorldEvents } from "../world/events.ts";
import { createClock } from "../world/clock.ts";
import { SimulatedTimers } from "./simulated-timers.ts";

const hourMs = 3_600_000;
const events = new WorldEvents();
const clock = createClock(0, (formerMs) => {
  events.emit({ kind: "clock-advanced", actionId: "1", formerMs, nowMs: clock.nowMs() });
});
let timers: SimulatedTimers;

afterEach(() => {
  timers.stop();
});

test("moving the clock makes everything due that lies before it, earliest first, and nothing else", () => {
  timers = new SimulatedTimers({ events }, 1);
  const fired: string[] = [];
  timers.after(3 * hourMs, () => fired.push("three"));
  timers.after(hourMs, () => fired.push("one"));
  timers.after(9 * hourMs, () => fired.push("nine"));
  clock.advanceByMs(4 * hourMs);
  expect(fired).toEqual(["one", "three"]);
  clock.advanceByMs(4 * hourMs);
  expect(fired).toEqual(["one", "three"]);
  clock.advanceByMs(hourMs);
  expect(fired).toEqual(["one", "three", "nine"]);
  expect(timers.count).toBe(0);
});

test("real time counts as often as the time lapse says", async () => {
  timers = new SimulatedTimers({ events }, hourMs);
  const act = vi.fn();
  timers.after(5 * hourMs, act);
  await vi.waitFor(() => {
    expect(act).toHaveBeenCalledTimes(1);
  });
});

test("what was stopped never acts", () => {
  timers = new SimulatedTimers({ events }, 1);
  const act = vi.fn();
  timers.after(hourMs, act);
  timers.stop();
  clock.advanceByMs(2 * hourMs);
  expect(act).not.toHaveBeenCalled();
});
