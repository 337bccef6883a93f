import { OrderExportError } from "../order-export/order-export-error.ts";
import { readCommandLine, USAGE, UsageError } from "./read-command-line.ts";
import type { SimulatedShopOptions } from "./simulated-shop-options.ts";
import { startSimulatedShop } from "./start-simulated-shop.ts";

try {
  const commandLine = readCommandLine(process.argv.slice(2));
  if (commandLine.kind === "help") console.log(USAGE);
  else await run(commandLine.options);
} catch (error) {
  tell(error);
  process.exitCode = 1;
}

async function run(options: SimulatedShopOptions): Promise<void> {
  const shop = await startSimulatedShop(options);
  const { url, shop: domain, accessToken, clientId, clientSecret } = shop;
  // Standard output carries this one line, for programs; what people read goes the other way.
  console.log(JSON.stringify({ url, shop: domain, accessToken, clientId, clientSecret }));
  console.error(
    `${shop.world.customers.size} customers, ${shop.world.orders.size} orders. It is ${shop.world.clock.now().toISOString()}.`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void shop.close().then(() => process.exit(0));
    });
  }
}

function tell(error: unknown): void {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nUsage: npm run -s simulated-shop -- --help`);
  } else if (error instanceof OrderExportError || error instanceof RangeError) {
    console.error(error.message);
  } else if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    console.error(`${error.message}. Choose another port with --port, or 0 for a free one.`);
  } else {
    console.error(error);
  }
}
