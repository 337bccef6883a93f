import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { OutlookRow } from "../../persistence/outlooks.ts";
import {
  boughtBy,
  createRiskJudge,
  createTraitJudge,
  findAssociations,
  findPaths,
  fitOutlook,
  foresee,
  formatCalendarDay,
  indexAssociations,
  measureBehaviour,
  suggestNext,
  typeVisitsOf,
  visitsOf,
  type Baskets,
  type Frame,
  type Outlook,
  type OutlookBase,
  type Program,
} from "../../scoring/index.ts";

export interface StudiedBase {
  program: Program;
  customers: CustomerRows;
  frame: Frame;
  baskets: Baskets;
}

/** What a base teaches (plain JSON, stored with its calibration), and what to expect of each of its customers. */
export function foreseeCustomers(
  { program, customers, frame, baskets }: StudiedBase,
  asOfDay: number,
) {
  const visits = visitsOf(baskets, asOfDay);
  const behaviour = measureBehaviour(baskets, asOfDay);
  const judgeRisk = createRiskJudge(typeVisitsOf(baskets, visits), behaviour.rhythm, asOfDay);
  const judgeTraits = createTraitJudge(baskets, visits, behaviour.traits, asOfDay);
  const nextProducts = findAssociations(visits, "next-visit");
  const associations = indexAssociations(nextProducts);
  const models = fitOutlook(frame, asOfDay, {
    industry: program.startingPoint?.industry ?? "general",
  });
  const forecast = models.kind === "fitted" ? foresee(models, frame, asOfDay) : null;

  function* outlooks(): Generator<OutlookRow> {
    let place = 0;
    for (let row = 0; row < frame.customerCount; row++) {
      // Those without a counted order are in no forecast.
      const isForeseen = forecast?.customers[place] === row;
      const risk = judgeRisk(row);
      if (!isForeseen && risk.kind === "no-visits") continue;
      const judged = judgeTraits(row);
      const said = judged.filter(({ kind }) => kind !== "not-enough-history");
      yield {
        customerId: customers.idAt(row),
        ...(isForeseen ? numbersAt(models, forecast, place) : noNumbers),
        riskLevel: risk.kind === "judged" ? risk.level : null,
        riskReason: risk,
        traits: judged.flatMap(({ kind, trait }) => (kind === "shown" ? [trait] : [])),
        traitEvidence: said,
        crossSell: suggestNext(boughtBy(visits, row), associations).map(({ item }) => item),
      };
      if (isForeseen) place += 1;
    }
  }

  return {
    study: {
      asOfDay,
      behaviour,
      models,
      nextProducts,
      nextTypes: findAssociations(typeVisitsOf(baskets, visits), "next-visit"),
      paths: findPaths(baskets, asOfDay, "types"),
    },
    outlooks,
  };
}

const noNumbers = {
  model: null,
  pBuy90d: null,
  pBuy180d: null,
  expectedOrders365d: null,
  expectedSpend365d: null,
  nextOrderOn: null,
};

function numbersAt(models: OutlookBase, forecast: Outlook, place: number) {
  const nextOrderDay = forecast.nextOrderDay[place] ?? NaN;
  return {
    model: models.kind === "fitted" ? models.chosen.chances : null,
    pBuy90d: forecast.pBuy90d[place] ?? null,
    pBuy180d: forecast.pBuy180d[place] ?? null,
    expectedOrders365d: forecast.expectedOrders365d[place] ?? null,
    expectedSpend365d: forecast.expectedSpend365dMinor[place] ?? null,
    nextOrderOn: Number.isNaN(nextOrderDay) ? null : formatCalendarDay(nextOrderDay),
  };
}
