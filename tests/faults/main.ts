// npm run -s faults -- --seed N --histories N --kills N [--shrink]: the last line is JSON.
import { parseArgs } from "node:util";
import { z } from "zod";
import { ensureDatabase } from "../../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../../scripts/database/make-empty-database.ts";
import { drawHistories, type History } from "./history.ts";
import { runFaults } from "./run-faults.ts";
import { shrinkHistories } from "./shrink.ts";

const databaseName = "echelon_faults";
/** Of the differences so many are shown; their number says the rest. */
const mostShown = 20;

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { seed: text, histories: text, kills: text, shrink: { type: "boolean" } },
});
const whole = (least: number) => z.coerce.number().int().min(least);
const options = z
  .object({
    seed: whole(0).default(1),
    histories: whole(1).default(100),
    kills: whole(0).default(10),
    shrink: z.boolean().default(false),
  })
  .safeParse(values);

if (!options.success) {
  console.error(
    `Usage: npm run -s faults -- [--seed N] [--histories N] [--kills N] [--shrink]\n${z.prettifyError(options.error)}`,
  );
  process.exitCode = 2;
} else {
  const { seed, histories: count, kills, shrink } = options.data;
  const server = await ensureDatabase();
  const run = async (histories: History[]) =>
    runFaults(await makeEmptyDatabase(server.url, databaseName), { seed, histories, kills });
  try {
    const histories = drawHistories(seed, count);
    const startedAt = performance.now();
    const { differences, ...report } = await run(histories);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    for (const difference of differences.slice(0, mostShown)) console.error(difference);
    if (differences.length > 0) {
      process.exitCode = 1;
      if (shrink) {
        const fails = async (fewer: History[]) => (await run(fewer)).differences.length > 0;
        console.error(JSON.stringify(await shrinkHistories(histories, fails), null, 2));
      }
    }
    console.log(JSON.stringify({ seed, ...report, differences: differences.length, seconds }));
  } finally {
    await server.stop();
  }
}
