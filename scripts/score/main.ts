/**
 * `npm run -s score -- --orders FILE --out scores.csv`: scores an order export with the app's own engine, without a
 * server or a database. Start reading at `score-export.ts`; README.md describes the columns.
 */
import { OrderExportError } from "../../order-export/order-export-error.ts";
import { OptionError, readOptions, usage } from "./read-options.ts";
import { scoreExport } from "./score-export.ts";

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.kind === "help") {
    process.stdout.write(usage);
    return;
  }
  const { customers, asOf, currency, timeZone } = await scoreExport(options);
  process.stderr.write(
    `${options.out}: ${customers} customers as of ${asOf}, ${currency}, ${timeZone}\n`,
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof OrderExportError || error instanceof OptionError)) throw error;
  process.stderr.write(`score: ${error.message}\n`);
  process.exitCode = 1;
}
