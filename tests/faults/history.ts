import fc from "fast-check";

/** What happens in a shop, said so that it means something whatever happened before: numbers are taken modulo. */
export type Action =
  | { kind: "buy"; who: 0 | 1 | "guest"; lines: BoughtLine[]; test: boolean; paid: boolean }
  | { kind: "refund-amount"; order: number; percent: number }
  | { kind: "refund-line"; order: number; line: number; quantity: number }
  | { kind: "edit-line"; order: number; line: number; quantity: number }
  | { kind: "cancel"; order: number; refund: boolean }
  | { kind: "delete-order"; order: number }
  | { kind: "merge"; kept: 0 | 1 }
  | { kind: "give-tag" | "take-tags"; who: 0 | 1; tag: string };

export interface BoughtLine {
  product: number;
  quantity: number;
  unitPriceMinor: number;
}

/** What happens to two customers and their orders, one thing after the other. */
export type History = Action[];

const index = fc.nat({ max: 20 });
const who = fc.constantFrom<0 | 1>(0, 1);
const line = fc.record({
  product: index,
  quantity: fc.integer({ min: 1, max: 4 }),
  unitPriceMinor: fc.integer({ min: 1, max: 20_000 }),
});
const buy = fc.record({
  kind: fc.constant("buy" as const),
  who: fc.constantFrom<0 | 1 | "guest">(0, 1, 0, 1, 0, 1, "guest"),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  test: fc.integer({ min: 0, max: 19 }).map((drawn) => drawn === 0),
  paid: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn > 0),
});

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: buy },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("refund-amount" as const),
      order: index,
      percent: fc.integer({ min: 1, max: 100 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("refund-line" as const, "edit-line" as const),
      order: index,
      line: index,
      quantity: fc.nat({ max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("cancel" as const),
      order: index,
      refund: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("delete-order" as const), order: index }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("merge" as const), kept: who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("give-tag" as const, "take-tags" as const),
      who,
      tag: fc.constantFrom("vip", "echelon:tier:core", "Echelon:Tier:Base", "echelon:group:new"),
    }),
  },
);

export const history: fc.Arbitrary<History> = fc.array(action, { minLength: 2, maxLength: 12 });

/** The same histories for the same seed, whatever their number: more of them only adds to the list. */
export function drawHistories(seed: number, count: number): History[] {
  return fc.sample(history, { seed, numRuns: count });
}
