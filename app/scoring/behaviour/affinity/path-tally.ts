import { compareKeys } from "../compare-keys.ts";
import { medianOf } from "../median.ts";

/** A path many customers took: the lead item of their first, second and perhaps third visit. */
export type PurchasePath = {
  items: string[];
  customers: number;
  /** Of the customers whose path begins the same and who came as often, 0–1. */
  share: number;
  /** Median days from the first of these visits to the last. */
  medianDays: number;
};

/** Lead items and days of each customer's first visits, `stepsPerCustomer` places each; −1 where there is none. */
export type Leads = { item: Int32Array; day: Int32Array };

export const stepsPerCustomer = 3;
/** Five customers are no accident of one household. */
const leastCustomers = 5;
const mostPaths = 50;

/**
 * The most common paths of `length` lead items, counted exactly by sorting: a path is a number of that many digits to
 * the base of how many items lead five visits or more (others lead no path of five customers).
 */
export function tallyPaths(leads: Leads, length: number, keys: readonly string[]): PurchasePath[] {
  const { digitOf, itemOf } = numberLeads(leads, keys.length);
  const base = itemOf.length;
  const codes = codePaths(leads, length, digitOf, base);
  const common = findCommon(codes).filter(({ code }) => !hasDigitZero(code, length, base));
  const started = countPrefixes(codes, base, new Set(common.map(({ code }) => prefixOf(code))));
  const paths = common.map(({ code, customers }) => ({
    code,
    customers,
    items: digitsOf(code, length, base).map((digit) => keys[itemOf[digit] ?? -1] ?? ""),
  }));
  paths.sort((a, b) => b.customers - a.customers || compareLists(a.items, b.items));
  const reported = paths.slice(0, mostPaths);
  const days = collectDays(leads, length, codes, new Set(reported.map(({ code }) => code)));
  return reported.map(({ code, customers, items }) => ({
    items,
    customers,
    share: customers / (started.get(prefixOf(code)) ?? customers),
    medianDays: medianOf(days.get(code) ?? []),
  }));

  function prefixOf(code: number): number {
    return Math.floor(code / base);
  }
}

/** Digit 0 stands for all items that lead fewer than five visits. */
function numberLeads(leads: Leads, itemCount: number) {
  const counts = new Uint32Array(itemCount);
  for (const item of leads.item) if (item >= 0) counts[item] = (counts[item] ?? 0) + 1;
  const digitOf = new Int32Array(itemCount);
  const itemOf = [-1];
  counts.forEach((count, item) => {
    if (count >= leastCustomers) digitOf[item] = itemOf.push(item) - 1;
  });
  return { digitOf, itemOf };
}

/** A number per customer, −1 for those with fewer visits. */
function codePaths(leads: Leads, length: number, digitOf: Int32Array, base: number): Float64Array {
  const codes = new Float64Array(leads.item.length / stepsPerCustomer).fill(-1);
  for (let customer = 0; customer < codes.length; customer++) {
    const first = customer * stepsPerCustomer;
    if ((leads.item[first + length - 1] ?? -1) < 0) continue;
    let code = 0;
    for (let step = 0; step < length; step++)
      code = code * base + (digitOf[leads.item[first + step] ?? 0] ?? 0);
    codes[customer] = code;
  }
  return codes;
}

function findCommon(codes: Float64Array): { code: number; customers: number }[] {
  const sorted = codes.slice().sort();
  const common: { code: number; customers: number }[] = [];
  let start = 0;
  for (let end = 1; end <= sorted.length; end++) {
    const code = sorted[start] ?? -1;
    if (end < sorted.length && sorted[end] === code) continue;
    if (code >= 0 && end - start >= leastCustomers) common.push({ code, customers: end - start });
    start = end;
  }
  return common;
}

function countPrefixes(
  codes: Float64Array,
  base: number,
  wanted: ReadonlySet<number>,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const code of codes) {
    const prefix = Math.floor(code / base);
    if (code >= 0 && wanted.has(prefix)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return counts;
}

function collectDays(
  { day }: Leads,
  length: number,
  codes: Float64Array,
  wanted: ReadonlySet<number>,
): Map<number, number[]> {
  const days = new Map<number, number[]>(Array.from(wanted, (code) => [code, []]));
  codes.forEach((code, customer) => {
    const first = customer * stepsPerCustomer;
    days.get(code)?.push((day[first + length - 1] ?? 0) - (day[first] ?? 0));
  });
  return days;
}

function digitsOf(code: number, length: number, base: number): number[] {
  const digits: number[] = [];
  for (let rest = code; digits.length < length; rest = Math.floor(rest / base))
    digits.unshift(rest % base);
  return digits;
}

function hasDigitZero(code: number, length: number, base: number): boolean {
  return digitsOf(code, length, base).includes(0);
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((item, index) => item !== b[index]);
  return differs < 0 ? 0 : compareKeys(a[differs] ?? "", b[differs] ?? "");
}
