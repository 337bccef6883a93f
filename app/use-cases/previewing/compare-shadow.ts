import { readShadowStandings } from "../../persistence/shadow-programs.ts";
import { findInstalledShop } from "../../persistence/shops.ts";
import { calendarDayOf, formatCalendarDay, type Frame } from "../../scoring/index.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { readShadow } from "../shadow/shadow-program.ts";
import type { BaseCache } from "./base-cache.ts";
import { describeFamily } from "./compare-programs.ts";
import { LabelColumn } from "./label-column.ts";
import type { PreviewApp } from "./preview-program.ts";
import type { FamilyPreview } from "./preview-words.ts";
import { FamilyTally } from "./tally-family.ts";
import { createDirections, mergeLadders } from "./tier-order.ts";

export interface ShadowComparison {
  /** YYYY-MM-DD, shop time. */
  startedOn: string;
  daysRunning: number;
  /** Nobody has been placed by it yet. */
  isEvaluated: boolean;
  rankedCustomers: number;
  /** From where customers are by the live rules to where they would be; spend is what they really spent since it began. */
  tiers: FamilyPreview;
  up: number;
  down: number;
}

/** Who would have been elsewhere by the shadow program, and what they really spent since it began; null when none runs. */
export async function compareShadow(
  { db }: PreviewApp,
  bases: BaseCache,
  shop: string,
  now: Date,
): Promise<ShadowComparison | null> {
  const record = await findInstalledShop(db, shop);
  const shadow = await readShadow(db, shop);
  if (record === null || shadow === null) return null;
  const { definition: live } = await readLiveProgram({ db }, record);
  const base = await bases.baseOf(db, record, live);
  const wouldBe = new LabelColumn(base.customers.count);
  let placed = 0;
  await db.$transaction((tx) =>
    readShadowStandings(db, tx, shop, base.customers, (row, { tier }) => {
      wouldBe.set(row, tier);
      placed += 1;
    }),
  );
  const today = calendarDayOf(now, record.timeZone);
  const spent = spentBetween(base.frame, shadow.startedDay, today);
  const tally = new FamilyTally(base.tier, wouldBe);
  const stays = new FamilyTally(base.tier, base.tier);
  for (let row = 0; row < base.frame.customerCount; row++) {
    const spentMinor = spent[row] ?? 0;
    tally.add(base.tier.at(row), wouldBe.at(row), spentMinor);
    stays.add(base.tier.at(row), base.tier.at(row), spentMinor);
  }
  const ladder = mergeLadders(live.tiers, shadow.program.tiers);
  const tiers = describeFamily(
    tally,
    stays,
    { live: live.tiers, program: shadow.program.tiers, order: ladder },
    createDirections(ladder),
  );
  const sumOf = (direction: string) =>
    tiers.moves
      .filter((move) => move.direction === direction)
      .reduce((sum, { customers }) => sum + customers, 0);
  return {
    startedOn: formatCalendarDay(shadow.startedDay),
    daysRunning: Math.max(0, today - shadow.startedDay),
    isEvaluated: placed > 0,
    rankedCustomers: tiers.before.reduce((sum, { customers }) => sum + customers, 0),
    tiers,
    up: sumOf("up"),
    down: sumOf("down"),
  };
}

/** Net of each customer's counted orders from one day to another, both included. */
function spentBetween(frame: Frame, fromDay: number, untilDay: number): Float64Array {
  const { offsets, orderDay, orderNetMinor } = frame;
  const spent = new Float64Array(frame.customerCount);
  for (let row = 0; row < frame.customerCount; row++)
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
      const day = orderDay[at] ?? 0;
      if (day >= fromDay && day <= untilDay)
        spent[row] = (spent[row] ?? 0) + (orderNetMinor[at] ?? 0);
    }
  return spent;
}
