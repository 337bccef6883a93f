import type { Program } from "../program/program.ts";
import type { StageKey } from "../stage.ts";
import type { TestShop } from "./random-shops.ts";

/** For tests: the definitions once more, by comparing every customer with every other. */
export function scorePlainly({ customerCount, orders, asOfDay, program }: TestShop): unknown[][] {
  const everybody = Array.from({ length: customerCount }, (_, customer) => {
    const own = orders.filter((each) => each.customer === customer && each.day <= asOfDay);
    const inWindow = own.filter(({ day }) => asOfDay - day < program.windowDays);
    const days = [...new Set(own.map(({ day }) => day))].sort((a, b) => a - b);
    return {
      orders: own.length,
      recency: own.length === 0 ? NaN : asOfDay - Math.max(...days),
      frequency: inWindow.length,
      monetary: inWindow.reduce((sum, { netMinor }) => sum + netMinor, 0),
      gaps: days.slice(1).map((day, index) => day - (days[index] ?? 0)),
    };
  });
  const ranked = everybody.filter((each) => each.orders > 0);
  const n = ranked.length;
  const gaps = everybody.flatMap((each) => each.gaps).sort((a, b) => a - b);
  const cycle =
    gaps.length < 20
      ? 90
      : ((gaps[Math.floor((gaps.length - 1) / 2)] ?? 0) +
          (gaps[Math.ceil((gaps.length - 1) / 2)] ?? 0)) /
        2;
  const lessOf = (each: (typeof everybody)[number]) => ({
    recency: ranked.filter((other) => other.recency > each.recency).length,
    frequency: ranked.filter((other) => other.frequency < each.frequency).length,
    monetary: ranked.filter((other) => other.monetary < each.monetary).length,
  });
  const weigh = (each: (typeof everybody)[number]): number => {
    const less = lessOf(each);
    return (
      program.weights.recency * less.recency +
      program.weights.frequency * less.frequency +
      program.weights.monetary * less.monetary
    );
  };
  const values = ranked.map(weigh);
  return everybody.map((each) => {
    if (each.orders === 0) return [0, 0, 0, 0, 0, null, null, null];
    const less = lessOf(each);
    const quintile = (count: number): number => Math.min(5, 1 + Math.floor((5 * count) / n));
    const [r, f, m] = [quintile(less.recency), quintile(less.frequency), quintile(less.monetary)];
    const value = weigh(each);
    const below = values.filter((other) => other < value).length;
    const tier = program.tiers.find(({ cutBp = 0 }) => below * 10_000 >= cutBp * n)?.key;
    const calm = each.orders >= 4 ? "mature" : each.orders > 1 ? "growing" : "new";
    const stage: StageKey =
      each.recency > 3 * cycle ? "lost" : each.recency > cycle ? "declining" : calm;
    return [r, f, m, value, below, tier, plainGroup(program.groups, r, f, m, each.orders), stage];
  });
}

function plainGroup(
  preset: Program["groups"],
  r: number,
  f: number,
  m: number,
  orders: number,
): string {
  const fm = Math.ceil((f + m) / 2);
  if (preset === "four-levels")
    return r <= 2 ? "at-risk" : m < 4 ? "general" : f >= 4 ? "vip" : "potential";
  if (preset === "five-types") {
    if (orders === 1 && r >= 4) return "new";
    return r >= 3 ? (fm >= 4 ? "high-value" : "potential") : fm >= 3 ? "at-risk" : "dormant";
  }
  if (r <= 2) return fm > 4 ? "previously-loyal" : fm > 2 ? "at-risk" : "dormant";
  if (fm > 3) return r === 5 ? "champions" : "loyal";
  if (r === 3) return fm > 2 ? "needs-attention" : "almost-lost";
  return fm > 1 ? "active" : r === 5 ? "new" : "promising";
}
