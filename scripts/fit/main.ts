/**
 * `npm run -s fit`: fits the order and spend models to a file of customers, or evaluates one at given parameters, with
 * the app's own engine. Start reading here; README.md describes the files.
 */
import { expectedOrders, pAlive, pBuysWithin } from "../../app/scoring/index.ts";
import { OrderExportError } from "../../order-export/order-export-error.ts";
import { fitModels } from "./fit-models.ts";
import { readCustomers, readQuestions } from "./read-customers.ts";
import type { FitOptions } from "./read-options.ts";
import { OptionError, readOptions, usage } from "./read-options.ts";

async function answer(options: FitOptions): Promise<void> {
  switch (options.kind) {
    case "help":
      process.stdout.write(usage);
      return;
    case "fit":
      for (const line of fitModels(await readCustomers(options.cbs))) {
        process.stdout.write(`${JSON.stringify(line)}\n`);
      }
      return;
    case "predict":
      await predict(options);
  }
}

async function predict({ at, model }: FitOptions & { kind: "predict" }): Promise<void> {
  const { histories, horizon } = await readQuestions(at);
  const lines = ["expected,p_alive,p_buy"];
  for (const [row, until] of horizon.entries()) {
    const history = {
      repeats: histories.repeats[row] ?? 0,
      lastAt: histories.lastAt[row] ?? 0,
      observed: histories.observed[row] ?? 0,
    };
    const figures = [
      expectedOrders(model, history, until),
      pAlive(model, history),
      pBuysWithin(model, history, until),
    ];
    // Seventeen digits give every double back exactly.
    lines.push(figures.map((figure) => figure.toPrecision(17)).join(","));
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

try {
  await answer(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof OptionError || error instanceof OrderExportError)) throw error;
  process.stderr.write(`fit: ${error.message}\n`);
  process.exitCode = 1;
}
