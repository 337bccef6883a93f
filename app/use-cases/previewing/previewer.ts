import { BaseCache } from "./base-cache.ts";
import { compareShadow, type ShadowComparison } from "./compare-shadow.ts";
import { listMovers, type MoverQuestion, type MoversResult } from "./list-movers.ts";
import { previewProgram, type PreviewApp, type PreviewResult } from "./preview-program.ts";

/** Bases of about two million customers with five orders each. */
const mostBytes = 512 * 1_048_576;

/** Says what forms would do. `form` as `saveProgram` takes it; `now`: business time. */
export interface Previewer {
  preview(
    shop: string,
    form: unknown,
    now: Date,
    part?: "all" | "upgrades",
  ): Promise<PreviewResult>;
  listMovers(
    shop: string,
    form: unknown,
    question: MoverQuestion,
    now: Date,
  ): Promise<MoversResult>;
  compareShadow(shop: string, now: Date): Promise<ShadowComparison | null>;
}

/** Does it in this thread, and keeps the bases in its memory. */
export function createPreviewer(app: PreviewApp): Previewer {
  const bases = new BaseCache(mostBytes);
  return {
    preview: (shop, form, now, part) => previewProgram(app, bases, shop, form, now, part),
    listMovers: (shop, form, question, now) => listMovers(app, bases, shop, form, question, now),
    compareShadow: (shop, now) => compareShadow(app, bases, shop, now),
  };
}
