import { listHandActs } from "../../persistence/hand-acts.ts";
import type { App } from "../app.ts";
import { manyRequestSchema, type ManyRequest } from "../by-hand/many-request.ts";

/** How long a page says that something is done. */
const shownForMs = 10 * 60_000;
const mostShown = 3;

/** What is being done to many customers by hand, or was just now. */
export interface HandWork {
  id: string;
  intent: ManyRequest["intent"];
  state: "waiting" | "done" | "nobody" | "refused";
  customers: number;
  done: number;
  /** Why it was refused. */
  problem: string | null;
  /** The run it became, where it is one. */
  runId: string | null;
  /** The group they were added to. */
  groupId: string | null;
}

/** The newest first. */
export async function readHandWork(app: App, shop: string): Promise<HandWork[]> {
  const endedAfter = new Date(Date.now() - shownForMs);
  const acts = await listHandActs(app.db, shop, endedAfter, mostShown);
  return acts.map(({ id, state, customers, done, problem, runId, ...act }) => {
    const request = manyRequestSchema.parse(act.request);
    return {
      ...{ id, customers, done, problem, runId },
      intent: request.intent,
      state: stateOf(state),
      groupId: request.intent === "add-to-group" ? request.groupId : null,
    };
  });
}

function stateOf(state: string): HandWork["state"] {
  return state === "done" || state === "nobody" || state === "refused" ? state : "waiting";
}
