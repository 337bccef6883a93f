import { listCustomGroups } from "../../persistence/custom-groups.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readRuleChoices, type RuleChoices } from "./rule-choices.ts";

export interface NewGroupPage {
  shop: { currencyCode: string; timeZone: string };
  choices: RuleChoices;
  /** What a snapshot can be taken of: labels first. */
  sources: { value: string; name: string }[];
}

export async function readNewGroupPage(app: App, shop: string): Promise<NewGroupPage> {
  const record = await requireShop(app, shop);
  const choices = await readRuleChoices(app, record);
  const own = await listCustomGroups(app.db, shop);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    choices,
    sources: [
      ...choices.groups.map(({ key, name }) => ({ value: `label:${key}`, name })),
      ...own.map(({ id, name }) => ({ value: `group:${id}`, name })),
    ],
  };
}
