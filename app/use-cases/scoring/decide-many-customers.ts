import { decideCustomers, type Occasion } from "./decide-customers.ts";
import type { Transaction } from "../../persistence/database.ts";
import type { RunCount, RunFacts } from "./run-facts.ts";
import type { Judging } from "./scored-customers.ts";

/** Whose orders are in memory at once. */
const customersAtOnce = 5_000;

/** Is told how many are done with. */
export type OnPart = (done: number) => Promise<void>;

const nobodyAsks: OnPart = () => Promise.resolve();

/** Does something for many customers, some at a time, and adds up what it came to. */
export async function inParts(
  customerIds: readonly bigint[],
  act: (part: readonly bigint[]) => Promise<RunCount>,
  onPart: OnPart = nobodyAsks,
): Promise<RunCount> {
  const total = { customersScored: 0, decisions: 0, customersChanged: 0 };
  for (let start = 0; start < customerIds.length; start += customersAtOnce) {
    const count = await act(customerIds.slice(start, start + customersAtOnce));
    total.customersScored += count.customersScored;
    total.decisions += count.decisions;
    total.customersChanged += count.customersChanged;
    await onPart(Math.min(start + customersAtOnce, customerIds.length));
  }
  return total;
}

/** `decideCustomers` for however many there are. */
export async function decideManyCustomers(
  tx: Transaction,
  judging: Judging,
  scope: readonly bigint[],
  occasion: Occasion,
  run: RunFacts,
  onPart?: OnPart,
): Promise<RunCount> {
  return inParts(scope, (part) => decideCustomers(tx, judging, part, occasion, run), onPart);
}
