import { z } from "zod";
import { updateShop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

/** How long a merchant may want to keep the history of decisions, in months. */
export const historyChoices = [6, 12, 24, 36, 60] as const;

const settings = z.strictObject({ historyMonths: z.literal(historyChoices) });

export type SavePrivacyResult = { kind: "saved" } | { kind: "refused" };

/** Takes effect with the next day in the shop's time zone. */
export async function saveHistoryMonths(
  app: App,
  shop: string,
  input: unknown,
): Promise<SavePrivacyResult> {
  await requireShop(app, shop);
  const parsed = settings.safeParse(input);
  if (!parsed.success) return { kind: "refused" };
  await updateShop(app.db, shop, parsed.data);
  return { kind: "saved" };
}
