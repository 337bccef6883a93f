import { readCalibrationHead, saveStudy } from "../../persistence/calibrations.ts";
import { readFlowTriggers } from "../../persistence/flow-triggers.ts";
import { replaceOutlooks } from "../../persistence/outlooks.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findInstalledShop } from "../../persistence/shops.ts";
import { moneyRulesOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readBaseFrame } from "./histories-to-frame.ts";
import { foreseeCustomers } from "./foresee-customers.ts";
import { readProgramVersion } from "./live-program.ts";
import { measureDrift } from "./measure-drift.ts";
import { profileBase } from "./profile-base.ts";
import { readBaseBaskets } from "./read-base-baskets.ts";

/**
 * Learns from a shop's whole base what to expect of each customer, as of its calibration. It moves nobody, so it runs
 * after the labels are decided, and a kill or a second run costs nothing but time.
 */
export async function studyBase(app: App, shop: string): Promise<void> {
  const base = await app.db.$transaction(
    async (tx) => {
      const record = await findInstalledShop(tx, shop);
      const head = await readCalibrationHead(tx, shop);
      if (record === null || head === null) return null;
      const { definition } = await readProgramVersion(tx, shop, head.programVersion);
      const rules = moneyRulesOf(definition);
      const { customers, frame } = await readBaseFrame(app.db, tx, record, definition);
      const baskets = await readBaseBaskets(app.db, tx, record, null, customers, rules);
      return { head, program: definition, customers, frame, baskets };
    },
    // Frame and baskets are of the same orders.
    { isolationLevel: "RepeatableRead" },
  );
  if (base === null) return;

  const { asOfDay, id } = base.head;
  const { study, outlooks } = foreseeCustomers(base, asOfDay);
  const profiles = profileBase(base, asOfDay);
  const drift = await measureDrift(app, shop, id, base.program);
  await app.db.$transaction(async (tx) => {
    await lockScoringOf(tx, shop);
    // It may have left, or been forgotten, meanwhile.
    if ((await findInstalledShop(tx, shop)) === null) return;
    await replaceOutlooks(app.db, tx, shop, outlooks());
    await saveStudy(tx, shop, id, { ...study, ...profiles, ...drift });
    await app.enqueue(tx, "renew-groups", { shop });
    if ((await readFlowTriggers(tx, shop))["at-risk"].isOn)
      await app.enqueue(tx, "tell-flow", { shop });
  });
  app.log.info({ shop, customers: base.customers.count }, "base studied");
}
