import { z } from "zod";
import { moneyDefinitionOf, parseProgram, type MoneyRules } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "./live-program.ts";
import { saveNewVersion, type SaveProgramResult } from "./save-new-version.ts";

/** A form states every rule. */
export const moneyRulesForm = z.strictObject({
  taxes: z.boolean(),
  shipping: z.boolean(),
  extras: z.boolean(),
  giftCards: z.boolean(),
  refunds: z.enum(["subtracted", "ignored"]),
  cancelled: z.boolean(),
  test: z.boolean(),
}) satisfies z.ZodType<MoneyRules>;

/** What the Money page saves. */
export const moneyForm = z.object({
  rules: moneyRulesForm,
  companyOrders: z.enum(["contact", "location"]),
  basedOn: z.int().positive(),
});

/** Saves what counts as money and for whom, and starts the run that scores everybody by it. */
export async function saveMoney(
  app: App,
  shop: string,
  { rules, companyOrders, basedOn }: z.infer<typeof moneyForm>,
): Promise<SaveProgramResult> {
  const record = await requireShop(app, shop);
  const live = await readLiveProgram(app, record);
  const parsed = parseProgram({
    ...live.definition,
    money: moneyDefinitionOf(rules),
    // Left out means the contact, as in programs saved before there was a choice.
    companyOrders: companyOrders === "contact" ? undefined : companyOrders,
  });
  if (parsed.kind === "refused") return parsed;
  return saveNewVersion(app, live, parsed.program, record, basedOn, {
    moneyConfirmedAt: new Date(),
  });
}

/** Rules as JSON, as a form asks about them; null when they are none. */
export function parseMoneyRules(json: string): MoneyRules | null {
  try {
    return moneyRulesForm.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
