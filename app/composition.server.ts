/** What the web process is made of. Nothing else is built at import. */
import { pino } from "pino";
import { compose } from "./compose.ts";
import { readEnvironment } from "./environment.ts";
import { connectQueue } from "./jobs/queue.ts";

const environment = readEnvironment(process.env);
const log = pino({ name: "web" });

export const composition = compose(
  environment,
  await connectQueue(environment.databaseUrl, log),
  log,
);
export const { app, previewer } = composition;
