import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { parseAmount } from "./money-amount.ts";
import type { Program, ProgramProblem } from "./program-parts.ts";
import { findGroupProblems } from "./group-problems.ts";
import { findKeepProblems } from "./keep-problems.ts";
import { findPolicyProblems } from "./policy-problems.ts";
import { findTierProblems } from "./tier-problems.ts";

/** What is wrong with a program whose parts are each in form: parts that do not fit together. */
export function findProgramProblems(program: Program): ProgramProblem[] {
  return [
    ...findWeightProblems(program),
    ...findCutPointProblems(program),
    ...findStartingPointProblems(program),
    ...findTierProblems(program),
    ...findKeepProblems(program),
    ...findPolicyProblems(program),
    ...findGroupProblems(program),
    ...findAmountProblems(program),
  ];
}

/** A program's amounts are in the shop's currency or mean nothing. */
export function findCurrencyProblems(program: Program, shopCurrency: string): ProgramProblem[] {
  const { currency } = program;
  if (currency === undefined || currency === shopCurrency) return [];
  return [{ field: "currency", problem: `must be the shop's, ${shopCurrency}` }];
}

function findWeightProblems({ weights }: Program): ProgramProblem[] {
  const sum = weights.recency + weights.frequency + weights.monetary;
  if (sum === 10_000) return [];
  return [{ field: "weights", problem: `must add up to 10000 basis points, not ${sum}` }];
}

function findCutPointProblems({ cutPoints = {}, levels = 5 }: Program): ProgramProblem[] {
  const { recency, frequency, monetary } = cutPoints;
  const numbers: [field: string, ascending: readonly number[]][] = [];
  if (recency?.kind === "fixed") numbers.push(["recency.daysAtMost", recency.daysAtMost]);
  if (frequency?.kind === "fixed")
    numbers.push(["frequency.ordersAtLeast", frequency.ordersAtLeast]);
  if (monetary?.kind === "fixed")
    numbers.push(["monetary.spendAtLeast", monetary.spendAtLeast.map(Number)]);
  return numbers.flatMap(([field, ascending]) => {
    const at = `cutPoints.${field}`;
    const problems: ProgramProblem[] = [];
    if (ascending.length !== levels - 1)
      problems.push({
        field: at,
        problem: `must be ${levels - 1} numbers for ${levels} levels, not ${ascending.length}`,
      });
    for (const [index, each] of ascending.entries()) {
      if (index > 0 && each <= (ascending[index - 1] ?? 0))
        problems.push({ field: `${at}.${index}`, problem: "must be above the one before it" });
    }
    return problems;
  });
}

function findStartingPointProblems({ startingPoint, levels = 5 }: Program): ProgramProblem[] {
  if (startingPoint === undefined || levels === 5) return [];
  return [{ field: "startingPoint", problem: `has 5 levels; the program has ${levels}` }];
}

function findAmountProblems(program: Program): ProgramProblem[] {
  const amounts = listAmounts(program);
  const { currency } = program;
  const known = currency !== undefined && findCurrencyMinorDigits(currency) !== null;
  if (currency !== undefined && !known)
    return [{ field: "currency", problem: `must be a currency code, "${currency}" is none` }];
  if (amounts.length > 0 && currency === undefined)
    return [{ field: "currency", problem: "must be stated, because the program states amounts" }];
  return amounts
    .filter(({ amount }) => parseAmount(amount, currency ?? "") === null)
    .map(({ field, amount }) => ({
      field,
      problem: `must be an amount in ${currency ?? ""}, "${amount}" has too many decimals`,
    }));
}

const amountParts = [
  "spendAtLeast",
  "windowSpendAtLeast",
  "averageOrderAtLeast",
  "expectedSpendAtLeast",
] as const;

function listAmounts({ cutPoints, tiers }: Program): { field: string; amount: string }[] {
  const monetary = cutPoints?.monetary;
  const spend = monetary?.kind === "fixed" ? monetary.spendAtLeast : [];
  const ofTiers = tiers.flatMap((tier, index) =>
    (["when", "keepWhen"] as const).flatMap((rule) =>
      amountParts.flatMap((part) => {
        const amount = tier[rule]?.[part];
        return amount === undefined ? [] : [{ field: `tiers.${index}.${rule}.${part}`, amount }];
      }),
    ),
  );
  return [
    ...spend.map((amount, index) => ({
      field: `cutPoints.monetary.spendAtLeast.${index}`,
      amount,
    })),
    ...ofTiers,
  ];
}
