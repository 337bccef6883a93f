// npm run -s bench -- NAME [options] | --list
import { listBenchmarks, loadBenchmark } from "./registry.ts";
import { startMemorySampler } from "../scripts/processes/resident-memory.ts";

const [name, ...args] = process.argv.slice(2);
const names = await listBenchmarks();

if (name === "--list") {
  for (const known of names) console.log(`${known}: ${(await loadBenchmark(known)).description}`);
} else if (name === undefined || !names.includes(name)) {
  console.error(
    `Usage: npm run -s bench -- NAME [options]   (or --list)\nKnown names: ${names.join(", ")}`,
  );
  process.exitCode = 2;
} else {
  const benchmark = await loadBenchmark(name);
  const sampler = startMemorySampler();
  const figures = await benchmark.run(args);
  const peakMemoryMb = await sampler.stop();
  console.log(JSON.stringify({ benchmark: name, peakMemoryMb, ...figures }));
}
