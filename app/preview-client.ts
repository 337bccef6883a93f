import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ShadowComparison } from "./use-cases/previewing/compare-shadow.ts";
import type { MoversResult } from "./use-cases/previewing/list-movers.ts";
import type { PreviewResult } from "./use-cases/previewing/preview-program.ts";
import type { Previewer } from "./use-cases/previewing/previewer.ts";

export interface PreviewAsk {
  id: number;
  call:
    | { name: "preview"; args: Parameters<Previewer["preview"]> }
    | { name: "listMovers"; args: Parameters<Previewer["listMovers"]> }
    | { name: "compareShadow"; args: Parameters<Previewer["compareShadow"]> };
}

export type PreviewAnswer =
  { id: number; kind: "done"; result: unknown } | { id: number; kind: "failed"; error: unknown };

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Previews in a thread of its own, so that webhooks are answered meanwhile. It starts with the first question and again
 * after it has failed; it keeps no process from ending.
 */
export function openPreviewThread(databaseUrl: string): Previewer {
  let thread: { worker: Worker; waiting: Map<number, Waiting> } | null = null;
  let asked = 0;
  return {
    preview: (...args) => ask({ name: "preview", args }) as Promise<PreviewResult>,
    listMovers: (...args) => ask({ name: "listMovers", args }) as Promise<MoversResult>,
    compareShadow: (...args) =>
      ask({ name: "compareShadow", args }) as Promise<ShadowComparison | null>,
  };

  function ask(call: PreviewAsk["call"]): Promise<unknown> {
    thread ??= start();
    const { worker, waiting } = thread;
    const id = asked++;
    const answered = new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
    worker.ref();
    worker.postMessage({ id, call } satisfies PreviewAsk);
    return answered;
  }

  function start() {
    const waiting = new Map<number, Waiting>();
    // What the process was told to load before its own code is the process's business, not the thread's.
    const worker = new Worker(threadFile(), { workerData: { databaseUrl }, execArgv: [] });
    worker.unref();
    worker.on("message", (answer: PreviewAnswer) => {
      const asker = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) worker.unref();
      if (answer.kind === "done") asker?.resolve(answer.result);
      else asker?.reject(answer.error);
    });
    const end = (error: unknown) => {
      if (thread?.worker === worker) thread = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on("error", end);
    worker.on("exit", (code) => {
      end(new Error(`the thread that previews ended with ${String(code)}`));
    });
    return { worker, waiting };
  }
}

/** Beside this file in the source; the build, which carries this file elsewhere, leaves it there. */
function threadFile(): string {
  const places = ["./preview-thread.ts", "../../app/preview-thread.ts"];
  const found = places
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(url));
  if (found === undefined) throw new Error("the thread that previews is nowhere to be found");
  return fileURLToPath(found);
}
