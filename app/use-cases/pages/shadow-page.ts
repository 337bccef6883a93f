import type { App } from "../app.ts";
import type { ShadowComparison } from "../previewing/compare-shadow.ts";
import type { Previewer } from "../previewing/previewer.ts";
import { requireShop } from "../require-shop.ts";
import { readDraft } from "../scoring/program-draft.ts";

export interface ShadowPage {
  shop: { currencyCode: string; timeZone: string };
  /** Null while no program runs beside the live one. */
  comparison: ShadowComparison | null;
  /** There is a draft that could be run. */
  hasDraft: boolean;
}

export async function readShadowPage(
  app: App,
  previewer: Previewer,
  shop: string,
): Promise<ShadowPage> {
  const { currencyCode, timeZone } = await requireShop(app, shop);
  return {
    shop: { currencyCode, timeZone },
    comparison: await previewer.compareShadow(shop, await app.now()),
    hasDraft: (await readDraft(app, shop)) !== null,
  };
}
