import { endOfDateMs } from "../world/calendar.ts";
import { createWorld, type World, type WorldStart } from "../world/world.ts";
import { fillWithMoneyCases } from "./fill-with-money-cases.ts";
import { customerOf, orderOf, refundOf } from "./scenario-parts.ts";

const TIME_ZONE = "Europe/London";
const DEFAULT_DATE = "2026-06-30";

const fillByName = {
  empty: () => undefined,
  "one-customer": (world) => {
    orderOf(world, customerOf(world, 1), 10, 2);
  },
  "guests-only": (world) => {
    for (const daysAgo of [30, 20, 10]) orderOf(world, null, daysAgo, 1);
  },
  "all-ties": (world) => {
    for (let number = 1; number <= 12; number += 1)
      orderOf(world, customerOf(world, number), 10, 2);
  },
  "refund-heavy": fillWithRefunds,
  "several-currencies": fillWithCurrencies,
  "money-cases": fillWithMoneyCases,
  "many-tags": (world) => {
    for (const [index, count] of [248, 249, 250].entries()) {
      const tags = Array.from(
        { length: count },
        (_, tag) => `tag-${String(tag + 1).padStart(3, "0")}`,
      );
      orderOf(world, customerOf(world, index + 1, tags), 10, 1);
    }
  },
} as const satisfies Record<string, (world: World) => void>;

export type ScenarioName = keyof typeof fillByName;
export const SCENARIO_NAMES = Object.keys(fillByName);

export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(fillByName, name);
}

/** The small ready world of this name; see README.md. */
export function buildScenario(
  name: ScenarioName,
  { asOf = DEFAULT_DATE, timeZone = TIME_ZONE, shop }: ScenarioOptions,
): World {
  const nowMs = endOfDateMs(asOf, timeZone);
  const world = createWorld({ ...shop, currencyCode: "GBP", timeZone, nowMs });
  fillByName[name](world);
  return world;
}

type ScenarioOptions = {
  readonly asOf?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly shop: Omit<WorldStart, "nowMs" | "timeZone" | "currencyCode">;
};

/** By turns: all money back, a part of it, a part in three pieces, and an order cancelled as well. */
function fillWithRefunds(world: World): void {
  for (let number = 1; number <= 12; number += 1) {
    const customer = customerOf(world, number);
    orderOf(world, customer, 40, 1);
    switch (number % 4) {
      case 0:
        orderOf(world, customer, 20, 4, {
          financialStatus: "refunded",
          refunds: [refundOf(world, 4000, 10)],
        });
        break;
      case 1:
        orderOf(world, customer, 20, 4, {
          financialStatus: "partially_refunded",
          refunds: [refundOf(world, 1250, 10)],
        });
        break;
      case 2:
        orderOf(world, customer, 20, 4, {
          financialStatus: "partially_refunded",
          refunds: [15, 10, 5].map((daysAgo) => refundOf(world, 1000, daysAgo)),
        });
        break;
      default:
        orderOf(world, customer, 20, 4, {
          financialStatus: "refunded",
          cancelledAtMs: world.clock.nowMs() - 19 * 86_400_000,
          refunds: [refundOf(world, 4000, 19)],
        });
    }
  }
}

/** No decimals, three decimals, and two at another rate. */
function fillWithCurrencies(world: World): void {
  const presentments = [
    null,
    { currencyCode: "EUR", rate: 1.17 },
    { currencyCode: "JPY", rate: 190 },
    { currencyCode: "KWD", rate: 0.39 },
  ];
  for (const [index, presentment] of presentments.entries()) {
    const rare = presentment === null ? null : { presentment };
    orderOf(world, customerOf(world, index + 1), 10 + index, 3, { rare });
  }
}
