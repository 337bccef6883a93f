import { readdir } from "node:fs/promises";
import { z } from "zod";

/** What a file `bench/<name>.ts` exports. */
export interface Benchmark {
  /** One line for `--list`. */
  description: string;
  /** Returns figures with units in their names. Words for people go to stderr. */
  run: (args: string[]) => Promise<Record<string, unknown>>;
}

const notBenchmarks = ["main.ts", "registry.ts"];

export async function listBenchmarks(): Promise<string[]> {
  const files = await readdir(import.meta.dirname);
  return files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .filter((file) => !notBenchmarks.includes(file))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
}

const benchmarkModule = z.object({
  description: z.string(),
  run: z.custom<Benchmark["run"]>((value) => typeof value === "function"),
});

export async function loadBenchmark(name: string): Promise<Benchmark> {
  return benchmarkModule.parse(await import(`./${name}.ts`));
}
