import { countOutstanding } from "../../persistence/publication-wishes.ts";
import { pause } from "../pause.ts";
import { settleBulkWrites, startInBulk } from "./bulk-writing.ts";
import type { WritingDesk } from "./publish-customers.ts";
import { publishedFamiliesIn } from "./published-families.ts";
import type { Publishing } from "./publishing.ts";
import { settle } from "./settle.ts";
import { steps } from "./steps.ts";

/** Writes from the ledger to the shop itself. */
export function openCustomerDesk(publishing: Publishing): WritingDesk {
  const { app, admin, signal } = publishing;
  const { shop } = publishing.shop;
  return {
    settleBulkWrites: () => settleBulkWrites(publishing),
    countOutstanding: () => countOutstanding(app.db, shop, publishedFamiliesIn(publishing)),
    readBudget: () => admin.readBudget(),
    readPace: () => publishing.shop.bulkLinesPerSecond,
    async writeByCalls(step, customers) {
      const prepared = await steps[step].prepare(publishing, customers);
      if (prepared.entries.length === 0) return "written";
      const outcomes = await prepared.call(admin, { isBackground: true });
      const settled = await settle(publishing, step, prepared.entries, outcomes);
      if (settled.tryAgain !== null)
        throw new Error(`Shopify did not take all writes for ${shop}: ${settled.tryAgain}`);
      return settled.conflicts > 0 ? "again" : "written";
    },
    startInBulk: (step, customers) => startInBulk(publishing, step, customers),
    clock: () => performance.now(),
    rest: (milliseconds) => pause(milliseconds, signal),
  };
}
