/** The list of runs, narrowed to who made them and to whether they were taken back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { listRuns } from "../../app/persistence/run-list.ts";
import { runKinds } from "../../app/persistence/runs.ts";
import { saveOrders } from "../../app/persistence/orders.ts";
import { flowActor } from "../../app/use-cases/flow/actions/flow-actor.ts";
import { readRunsPage, type RunsQuery } from "../../app/use-cases/pages/runs-page.ts";
import { holdCustomers } from "../../app/use-cases/scoring/hold-customers.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { undoRun } from "../../app/use-cases/scoring/undo-run.ts";
import { everyRun } from "../../app/routes/app.movement.runs._index/runs-query.ts";
import { openScoredShop, type ScoredShop } from "../setup/scored-shop.ts";

let it: ScoredShop;

/** Runs by the letters they are called here. */
const named = new Map<string, string>();

beforeAll(async () => {
  it = await openScoredShop();
  const { app, shop } = it;
  const orders = [1, 2, 3, 4, 5, 6].map((nth) => it.order(nth, 7 * nth, 1_000 * nth));
  await saveOrders(app.db, shop, orders);
  await scoreBase(app, shop, "import");
  await name("import");
  for (const [by, customer] of [
    ["you", 1n],
    ["other", 2n],
    [flowActor, 3n],
  ] as const) {
    const hold = { kind: "override", tier: "core", untilDay: null } as const;
    await holdCustomers(app, shop, { customerIds: [customer], hold, reason: null, actor: by });
    await name(by);
  }
  const hold = { kind: "override", tier: "core", untilDay: null } as const;
  await holdCustomers(app, shop, { customerIds: [4n, 5n], hold, reason: null, actor: "other" });
  await name("partly");
  const again = { kind: "override", tier: "base", untilDay: null } as const;
  await holdCustomers(app, shop, { customerIds: [5n], hold: again, reason: null, actor: "other" });
  await name("again");
  await it.take(it.order(6, 0, 900_000));
  await name("order");
  for (const each of ["order", "partly", "other"]) {
    const undone = await undoRun(app, shop, named.get(each) ?? "", "you");
    expect(undone).toMatchObject({ kind: "undone", skipped: each === "partly" ? 1 : 0 });
    await name(`undo of ${each}`);
  }
});
afterAll(() => it.app.close());

async function name(run: string): Promise<void> {
  const { shop } = it;
  const last = await it.app.db.run.findFirstOrThrow({ where: { shop }, orderBy: { id: "desc" } });
  named.set(run, last.id);
}

/** What the page lists, by the letters. */
async function shown(narrowed: Partial<RunsQuery>): Promise<string[]> {
  const page = await readRunsPage(it.app, it.shop, { ...everyRun, ...narrowed }, "you");
  return page.rows.map((row) =>
    row.kind === "hour" ? "hour" : ([...named].find(([, id]) => id === row.id)?.[0] ?? "unknown"),
  );
}

const undos = ["undo of other", "undo of partly", "undo of order"];
const everything = [...undos, "hour", "again", "partly", flowActor, "other", "you", "import"];

test.each<[string, Partial<RunsQuery>, string[]]>([
  ["nothing", {}, everything],
  ["the reader", { who: "you" }, [...undos, "you"]],
  ["other staff", { who: "staff" }, ["again", "partly", "other"]],
  ["workflows", { who: "flow" }, [flowActor]],
  ["nobody", { who: "itself" }, ["hour", "import"]],
  ["what was taken back", { state: "undone" }, ["order", "other"]],
  ["what was taken back in part", { state: "partly-undone" }, ["partly"]],
  ["what was taken back of orders", { state: "undone", filter: "order" }, ["order"]],
  ["what staff did and holds", { who: "staff", state: "in-force" }, ["again"]],
  ["what workflows did after orders", { who: "flow", filter: "order" }, []],
])("narrowed to %s, the list has just those", async (_words, narrowed, rows) => {
  expect(new Set(await shown(narrowed))).toEqual(new Set(rows));
  expect(await shown(narrowed)).toHaveLength(rows.length);
});

test("page by page the list has each run once, newest first", async () => {
  const { app, shop } = it;
  const choice = { kinds: runKinds, actor: { isNot: ["you"] } } as const;
  const all = await listRuns(app.db, shop, choice, null, 100);
  const paged = [];
  for (let last = null as (typeof all)[number] | null; ;) {
    const [next] = await listRuns(app.db, shop, choice, last, 1);
    if (next === undefined) break;
    paged.push(next.id);
    last = next;
  }
  expect(paged).toEqual(all.map(({ id }) => id));
  expect(paged).toHaveLength(4);
  expect(paged).toEqual([...paged].sort().reverse());
});
