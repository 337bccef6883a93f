import type { OrderModelKind } from "../../app/scoring/index.ts";
import { fitOrders, fitSpend, orderModelKinds } from "../../app/scoring/index.ts";
import type { CustomerStatistics } from "./read-customers.ts";

/** One line of the answer. */
export interface FitLine {
  model: OrderModelKind | "gamma-gamma";
  parameters: Record<string, number>;
  /** Null where the data do not say. */
  standardErrors: Record<string, number | null>;
  logLikelihood: number;
  milliseconds: number;
}

/** Every model that the columns allow, each as soon as it is ready. */
export function* fitModels({ histories, spend }: CustomerStatistics): Generator<FitLine> {
  for (const kind of orderModelKinds) {
    if (kind === "mbg-cnbd-k" && histories.logGaps === undefined) continue;
    const startedAt = performance.now();
    const { model, standardErrors, logLikelihood } = fitOrders(kind, histories);
    const { kind: name, ...parameters } = model;
    yield {
      model: name,
      parameters,
      standardErrors,
      logLikelihood,
      milliseconds: performance.now() - startedAt,
    };
  }
  if (spend === null) return;
  const startedAt = performance.now();
  const fitted = fitSpend(spend);
  if (fitted === null) return;
  const { model, standardErrors, logLikelihood } = fitted;
  yield {
    model: "gamma-gamma",
    parameters: { ...model },
    standardErrors,
    logLikelihood,
    milliseconds: performance.now() - startedAt,
  };
}
