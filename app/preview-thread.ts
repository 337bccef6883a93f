/** Entry of the thread that previews: it has its own connections and holds the bases. `preview-client.ts` starts it. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { connectDatabase } from "./persistence/database.ts";
import type { PreviewAnswer, PreviewAsk } from "./preview-client.ts";
import { createPreviewer } from "./use-cases/previewing/previewer.ts";

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(workerData);
const previewer = createPreviewer({ db: connectDatabase(databaseUrl) });

parentPort?.on("message", (ask: PreviewAsk) => {
  void answer(ask).then((said) => {
    parentPort?.postMessage(said);
  });
});

async function answer({ id, call }: PreviewAsk): Promise<PreviewAnswer> {
  try {
    return { id, kind: "done", result: await carryOut(call) };
  } catch (error) {
    return { id, kind: "failed", error };
  }
}

function carryOut(call: PreviewAsk["call"]): Promise<unknown> {
  switch (call.name) {
    case "preview":
      return previewer.preview(...call.args);
    case "listMovers":
      return previewer.listMovers(...call.args);
    case "compareShadow":
      return previewer.compareShadow(...call.args);
  }
}
