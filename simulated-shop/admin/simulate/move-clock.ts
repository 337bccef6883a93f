import { DateTime } from "luxon";
import { z } from "zod";
import type { World } from "../../world/world.ts";
import { formatMoment } from "../pages/format.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";

export const moveClockSchema = z.object({
  advanceHours: z.coerce.number().int().min(0).max(87_840).default(0),
  advanceDays: z.coerce.number().int().min(0).max(3660).default(0),
  advanceMonths: z.coerce.number().int().min(0).max(120).default(0),
  /** A date ("2026-12-24": its last second in shop time) or a moment in ISO 8601. */
  to: z.string().optional(),
});

/** Moves the shop's time forward, by calendar days in the shop's zone or to a moment. */
export function simulateTime(
  world: World,
  request: z.infer<typeof moveClockSchema>,
): SimulationOutcome {
  const zone = world.shop.timeZone;
  const now = DateTime.fromMillis(world.clock.nowMs(), { zone });
  const wanted =
    request.to === undefined
      ? now.plus({
          months: request.advanceMonths,
          days: request.advanceDays,
          hours: request.advanceHours,
        })
      : parseMoment(request.to, zone);
  if (!wanted.isValid) return refused(400, `${String(request.to)} is not a date.`);
  if (wanted < now) return refused(409, `Time only moves forward: it is ${now.toISO() ?? ""}.`);
  world.clock.advanceTo(wanted.toJSDate());
  return done(`It is now ${formatMoment(world.clock.nowMs(), world.shop)}.`, {
    now: world.clock.now().toISOString(),
  });
}

function parseMoment(text: string, zone: string): DateTime {
  const moment = DateTime.fromISO(text, { zone });
  return /^\d{4}-\d\d-\d\d$/.test(text) ? moment.set({ hour: 23, minute: 59, second: 59 }) : moment;
}
