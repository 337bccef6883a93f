/**
 * `npm run -s score -- --orders FILE --out scores.csv`: scores an order export with the app's own engine, without a
 * server or a database. Start reading at `score-export.ts`; README.md describes the columns.
 */
import type { BaseSize } from "../../app/scoring/index.ts";
import { OrderExportError } from "../../order-export/order-export-error.ts";
import { OptionError, readOptions, usage } from "./read-options.ts";
import { scoreExport } from "./score-export.ts";

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.kind === "help") {
    process.stdout.write(usage);
    return;
  }
  const { customers, asOf, currency, timeZone, baseSize } = await scoreExport(options);
  process.stderr.write(
    `${options.out}: ${customers} customers as of ${asOf}, ${currency}, ${timeZone}\n${warnOf(baseSize)}`,
  );
}

/** Scores of a small base are written all the same; what they are worth is said beside them. */
function warnOf(size: BaseSize): string {
  switch (size.kind) {
    case "enough":
      return "";
    case "starting-point":
      return `starting point: fewer than ${size.from} customers, so scores begin where the program's industry says, not where this shop's customers lie\n`;
    case "too-few":
      return `too few customers: ${size.levels} scores take ${size.atLeast} customers or more to be steady\n`;
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof OrderExportError || error instanceof OptionError)) throw error;
  process.stderr.write(`score: ${error.message}\n`);
  process.exitCode = 1;
}
