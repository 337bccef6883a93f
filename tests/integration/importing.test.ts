/** Reading all orders of a shop: paused, gone on with, begun anew, and given results that come to nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAdminClient, type AdminClient } from "../../app/shopify/admin-client.ts";
import { openShopifyNetwork } from "../../app/shopify/simulated-network.ts";
import { importOrders } from "../../app/use-cases/orders-in/import-orders.ts";
import { installShop } from "../../app/use-cases/orders-in/install-shop.ts";
import { mostFailures } from "../../app/use-cases/orders-in/import-state.ts";
import {
  importAgain,
  pauseImport,
  resumeImport,
} from "../../app/use-cases/orders-in/steer-import.ts";
import { readDataPage } from "../../app/use-cases/pages/data-page.ts";
import { readHomePage } from "../../app/use-cases/pages/home-page.ts";
import {
  startSimulatedShop,
  type SimulatedShop,
} from "../../simulated-shop/start-simulated-shop.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";
import { waitFor } from "../setup/wait-for.ts";

const asOf = "2026-06-30";
const going = new AbortController().signal;

let simulated: SimulatedShop;
let app: TestApp;
/** What happens when this much of a result was handed over; the rest waits for it. */
let onPiece: (bytes: number) => Promise<void>;

beforeAll(async () => {
  // Some pieces of the network long, and several batches.
  simulated = await startSimulatedShop({ customers: 1_200, seed: 7, asOf });
});
afterAll(() => simulated.close());
beforeEach(async () => {
  app = await openTestApp();
  onPiece = () => Promise.resolve();
  app.adminOf = () => Promise.resolve(adminOf(simulated));
  await installShop(app, simulated.shop);
});
afterEach(() => app.close());

function adminOf(shop: SimulatedShop): AdminClient {
  const network = openShopifyNetwork(shop.url, "http://127.0.0.1");
  return createAdminClient({
    shop: shop.shop,
    accessToken: () => Promise.resolve(shop.accessToken),
    fetch: async (input, init) => {
      const response = await network.fetch(input, init);
      const isResult = new Request(input).url.includes("/bulk/");
      return isResult ? new Response(watched(response.body), response) : response;
    },
    sleep: () => Promise.resolve(),
  });
}

function watched(body: Response["body"]) {
  let bytes = 0;
  return body?.pipeThrough(
    new TransformStream({
      async transform(chunk: Uint8Array, controller) {
        controller.enqueue(chunk);
        bytes += chunk.length;
        await onPiece(bytes);
      },
    }),
  );
}

const read = () => importOrders(app, simulated.shop, going);
const importing = () => app.db.orderImport.findFirstOrThrow();

async function expectEveryOrderOnce(): Promise<void> {
  const held = [...simulated.world.orders.values()];
  expect(await app.db.order.count()).toBe(held.length);
  const lines = held.reduce((sum, { lineItems }) => sum + lineItems.length, 0);
  expect(await app.db.orderLine.count()).toBe(lines);
  expect(await importing()).toMatchObject({ ordersDone: held.length, problem: null });
  expect((await importing()).finishedAt).not.toBeNull();
}

/** Reads until some of the result is in the ledger, and is paused there. */
async function readAPart(): Promise<void> {
  onPiece = async () => {
    if ((await importing()).ordersDone > 0) await pauseImport(app, simulated.shop);
  };
  await read();
  onPiece = () => Promise.resolve();
}

describe("an import that is paused", () => {
  test("stops in the middle, says so, and goes on from there when it is resumed", async () => {
    await readAPart();
    const { ordersDone, bytesDone } = await importing();
    expect(ordersDone).toBeGreaterThan(0);
    expect(ordersDone).toBeLessThan(simulated.world.orders.size);
    expect(await app.db.order.count()).toBe(ordersDone);
    const paused = { progress: { stage: "paused", done: ordersDone, secondsLeft: null } };
    expect(await readDataPage(app, simulated.shop)).toMatchObject({ import: paused });
    expect(await readHomePage(app, simulated.shop)).toMatchObject(paused);

    // A worker that takes the job up all the same does nothing.
    await read();
    expect((await importing()).bytesDone).toBe(bytesDone);

    const asked: string[] = [];
    app.adminOf = () => {
      const admin = adminOf(simulated);
      const fetch: AdminClient["fetch"] = (input, init) => {
        asked.push(new Headers(init?.headers).get("range") ?? "");
        return admin.fetch(input, init);
      };
      return Promise.resolve({ ...admin, fetch });
    };
    await resumeImport(app, simulated.shop);
    await read();
    expect(asked).toEqual([`bytes=${bytesDone}-`]);
    await expectEveryOrderOnce();
    expect(app.asked).toEqual(["import-orders", "estimate-base", "import-orders", "score-base"]);
  });

  test("is not begun by a resume that comes twice, or when nothing is paused", async () => {
    await resumeImport(app, simulated.shop);
    await pauseImport(app, simulated.shop);
    await resumeImport(app, simulated.shop);
    await resumeImport(app, simulated.shop);
    expect(app.asked).toEqual(["import-orders", "estimate-base", "import-orders"]);
  });
});

describe("a result that comes to nothing", () => {
  test("of a query that failed leaves what it had, and another query brings all", async () => {
    simulated.bulk.failNext({ afterObjects: 900, errorCode: "TIMEOUT" });
    let partBytes = 0;
    onPiece = async (bytes) => {
      partBytes ||= bytes;
      await Promise.resolve();
    };
    await read();
    expect(partBytes).toBeGreaterThan(0);
    await expectEveryOrderOnce();
    expect(await importing()).toMatchObject({ failures: 1 });
  });

  test("because its address is a week old is asked for anew", async () => {
    await readAPart();
    const { operationId } = await importing();
    const day = 86_400_000;
    simulated.world.clock.advanceTo(new Date(simulated.world.clock.nowMs() + 8 * day));
    await resumeImport(app, simulated.shop);
    await read();
    await expectEveryOrderOnce();
    expect((await importing()).operationId).not.toBe(operationId);
  });

  test("time and again pauses the import with what Shopify said, until somebody resumes it", async () => {
    await app.db.orderImport.updateMany({ data: { failures: mostFailures - 1 } });
    simulated.bulk.failNext({ afterObjects: 1, errorCode: "INTERNAL_SERVER_ERROR" });
    await read();
    expect(await readDataPage(app, simulated.shop)).toMatchObject({
      import: { progress: { stage: "failed" }, problem: "INTERNAL_SERVER_ERROR" },
    });
    expect(app.asked).toEqual(["import-orders", "estimate-base"]);
    await resumeImport(app, simulated.shop);
    await read();
    await expectEveryOrderOnce();
  });
});

test("read again while Shopify still prepares: the former query is cancelled, and all orders come once", async () => {
  simulated.bulk.lineDelayMs = 5;
  const reading = read();
  await waitFor("the query to run", async () => (await importing()).operationId !== null);
  const former = (await importing()).operationId;
  await importAgain(app, simulated.shop);
  simulated.bulk.lineDelayMs = 0;
  await reading;
  await read();
  const operation = simulated.world.bulkOperations.get(Number(former));
  await waitFor("the former query to end", () => Promise.resolve(operation?.status === "CANCELED"));
  await expectEveryOrderOnce();
});

test("without read_all_orders the app knows that it sees 60 days only, and says so", async () => {
  const short = await startSimulatedShop({
    customers: 60,
    seed: 7,
    asOf,
    scopes: ["read_orders", "read_products", "write_customers"],
  });
  app.adminOf = () => Promise.resolve(adminOf(short));
  await read();
  await short.close();
  const oldest = new Date(Date.parse(asOf) - 61 * 86_400_000);
  const { orders, oldestOrderAt, import: found } = await readDataPage(app, simulated.shop);
  expect(orders).toBeGreaterThan(0);
  expect(Date.parse(oldestOrderAt ?? "")).toBeGreaterThan(oldest.getTime());
  expect(found).toMatchObject({ seesAllOrders: false });
  expect(await readHomePage(app, simulated.shop)).toMatchObject({ seesAllOrders: false });
});

test("with read_all_orders there is nothing to say", async () => {
  await read();
  expect(await readHomePage(app, simulated.shop)).toMatchObject({ seesAllOrders: true });
});
