import { hasOrders } from "../../../persistence/known-customers.ts";
import { hasDecided } from "../../../persistence/runs.ts";
import { lockScoringOf } from "../../../persistence/shop-lock.ts";
import { publishAgain } from "../../publishing/publish-again.ts";
import { decideCustomers } from "../../scoring/decide-customers.ts";
import { beginRun, recordRun } from "../../scoring/run-facts.ts";
import { readJudging } from "../../scoring/scored-customers.ts";
import { flowActor } from "./flow-actor.ts";
import type { FlowAction } from "./outcome.ts";
import { customerIdOf } from "./properties.ts";
import { describeStanding, readLabels } from "./standing-after.ts";

/** Scores the customer by the orders there are, at once, so that the workflow goes on with what came of it. */
export const recalculate: FlowAction = (app, { shop }, properties) => {
  const customerId = customerIdOf(properties);
  if (customerId === null)
    return Promise.resolve({ kind: "refused", problem: { kind: "no-customer" } });
  return Promise.resolve({
    kind: "ready",
    async perform(tx, { startedAt, now }) {
      await lockScoringOf(tx, shop);
      const judging = await readJudging(tx, shop, now);
      if (judging === null) return { kind: "later" };
      const before = await readLabels(tx, shop, customerId);
      if (before === null && !(await hasOrders(tx, shop, customerId)))
        return {
          kind: "refused",
          problem: { kind: "no-orders", customerId: String(customerId) },
        };
      const run = { ...(await beginRun(tx, "manual", judging, startedAt)), actor: flowActor };
      const count = await decideCustomers(tx, judging, [customerId], "order", run);
      // Under a hold the automatic tier may be another one now, which is no move and belongs to a run all the same.
      if (await hasDecided(tx, shop, customerId, run.id)) await recordRun(tx, shop, run, count);
      await publishAgain(app, tx, shop, [customerId]);
      const after = await readLabels(tx, shop, customerId);
      return { kind: "done", returned: describeStanding(judging.program, before, after) };
    },
  });
};
