/** Entry of the worker process: `node app/worker.ts`. Any number of them share one database. */
import { pino } from "pino";
import { compose } from "./compose.ts";
import { readEnvironment } from "./environment.ts";
import { connectWorkerQueue } from "./jobs/queue.ts";
import { startWorking } from "./jobs/worker.ts";

const environment = readEnvironment(process.env);
const log = pino({ name: "worker" });
const boss = await connectWorkerQueue(environment.databaseUrl, log);
const { app, renewEncryption } = compose(environment, boss, log);
const stopping = new AbortController();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void stop();
  });
}
const tokens = await renewEncryption();
if (tokens.renewed + tokens.unreadable > 0) log.info(tokens, "stored tokens encrypted anew");
await startWorking(app, boss, stopping.signal);
log.info("working");

/** Long jobs end at their next step and are taken up by the next worker; short ones are finished. */
async function stop(): Promise<void> {
  stopping.abort(new Error("the worker is stopping"));
  await boss.stop({ graceful: true, timeout: 8_000 });
  await app.db.$disconnect();
  process.exit(0);
}
