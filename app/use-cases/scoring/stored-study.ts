import type { z } from "zod";
import { readLatestStudy } from "../../persistence/studies.ts";
import type { Shop } from "../../persistence/shops.ts";
import { formatCalendarDay } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

/** Whose study a page shows, and of which day; `asOf` is null before the base was studied once. */
export interface StudyFrame {
  shop: { currencyCode: string; timeZone: string };
  /** YYYY-MM-DD */
  asOf: string | null;
}

export interface ReadStudy<Found> {
  frame: StudyFrame;
  record: Shop;
  /** Null before the first study, and where one of an earlier release says it in another way. */
  study: { found: Found; asOfDay: number; programVersion: number } | null;
}

/**
 * What a page shows of the newest study of a base. `paths`: JSON paths by the names `schema` has for what they find,
 * always arrays.
 */
export async function readStudy<Found>(
  app: App,
  shop: string,
  paths: Readonly<Record<string, string>>,
  schema: z.ZodType<Found>,
): Promise<ReadStudy<Found>> {
  const record = await requireShop(app, shop);
  const { currencyCode, timeZone } = record;
  const stored = await readLatestStudy(app.db, shop, paths);
  const parsed = stored === null ? null : schema.safeParse(stored.found);
  const isKnown = stored !== null && parsed?.success === true;
  return {
    frame: {
      shop: { currencyCode, timeZone },
      asOf: isKnown ? formatCalendarDay(stored.asOfDay) : null,
    },
    record,
    study: isKnown
      ? {
          found: parsed.data,
          asOfDay: stored.asOfDay,
          programVersion: stored.programVersion,
        }
      : null,
  };
}
