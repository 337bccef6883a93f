import type { Flow } from "../../persistence/movement.ts";

export interface LabelCounts {
  /** YYYY-MM-DD, ascending. */
  days: string[];
  /** How many customers had the label at the end of each day. */
  labels: { key: string; customers: number[] }[];
}

/**
 * From how many have each label now back to how many had it at the end of each day: whoever came since was not there, and
 * whoever left since was. A flow's step is the number of days that were over when it happened.
 */
export function countsOverTime(
  now: readonly { key: string; customers: number }[],
  flows: readonly Flow[],
  days: readonly string[],
): LabelCounts {
  const keys = new Set([
    ...now.map(({ key }) => key),
    ...flows.flatMap(({ fromKey, toKey }) => [fromKey, toKey]).filter((key) => key !== null),
  ]);
  return {
    days: [...days],
    labels: [...keys].map((key) => {
      const today = now.find((label) => label.key === key)?.customers ?? 0;
      return { key, customers: days.map((_, index) => today - gainedSince(key, index)) };
    }),
  };

  function gainedSince(key: string, index: number): number {
    let gained = 0;
    for (const { step, fromKey, toKey, customers } of flows) {
      if (step <= index) continue;
      if (toKey === key) gained += customers;
      if (fromKey === key) gained -= customers;
    }
    return gained;
  }
}

/**
 * What `countSteps` counted, as every step's moves of all who moved in any: also of those who stayed in this one. Step −1
 * says where they began.
 */
export function flowSteps(
  days: readonly string[],
  counted: readonly Flow[],
): { untilDay: string; moves: Omit<Flow, "step">[] }[] {
  const at = new Map<string | null, number>();
  for (const { step, fromKey, customers } of counted) if (step === -1) add(fromKey, customers);
  return days.map((untilDay, index) => {
    const moved = counted
      .filter(({ step }) => step === index)
      .map(({ fromKey, toKey, customers }) => ({ fromKey, toKey, customers }));
    for (const { fromKey, customers } of moved) add(fromKey, -customers);
    const stayed = [...at]
      .filter(([, customers]) => customers > 0)
      .map(([key, customers]) => ({ fromKey: key, toKey: key, customers }));
    for (const { toKey, customers } of moved) add(toKey, customers);
    return { untilDay, moves: [...moved, ...stayed] };
  });

  function add(key: string | null, customers: number): void {
    at.set(key, (at.get(key) ?? 0) + customers);
  }
}
