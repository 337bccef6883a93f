import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const script = join(import.meta.dirname, "main.ts");
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "score-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function score(
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [script, ...args], { cwd: folder });
  const [stdout, stderr] = await Promise.all([
    readText(child.stdout),
    readText(child.stderr),
    once(child, "close"),
  ]);
  return { code: child.exitCode, stdout, stderr };
}

async function scoreFile(csv: string | Uint8Array, ...args: string[]): Promise<string> {
  await writeFile(join(folder, "orders.csv"), csv);
  const { code, stdout, stderr } = await score(
    "--orders",
    "orders.csv",
    "--out",
    "scores.csv",
    ...args,
  );
  expect([code, stdout, stderr]).toEqual([
    0,
    "",
    expect.stringMatching(/^scores\.csv: \d+ customers as of /),
  ]);
  expect((await readdir(folder)).filter((name) => name.includes("unfinished"))).toEqual([]);
  return readFile(join(folder, "scores.csv"), "utf8");
}

const columns =
  "Name,Email,Currency,Total,Created at,Cancelled at,Refunded Amount,Lineitem quantity,Lineitem name,Lineitem price";
const header =
  "customer,orders,counted_orders,net_spend,window_orders,window_spend,last_order_at,recency_days,r,f,m,value,tier,group";

/** Five customers and a guest; every rule of what counts is used once. */
const shop = `${columns}
#1,ann@x.test,GBP,50.00,2010-01-01 10:00:00 +0000,,0.00,1,Mug,50.00
#1,ann@x.test,,,2010-01-01 10:00:00 +0000,,,2,Cup,0.00
#2,ann@x.test,GBP,20.00,2011-11-01 10:00:00 +0000,,5.00,1,Mug,20.00
#3,ann@x.test,GBP,30.00,2011-12-10 23:59:59 +0000,,0.00,1,Mug,30.00
#4,"bo""b, jr@x.test",GBP,40.00,2011-12-01 00:00:00 +0000,,0.00,1,Mug,40.00
#5,"bo""b, jr@x.test",GBP,40.00,2011-12-02 00:00:00 +0000,2011-12-03 00:00:00 +0000,0.00,1,Mug,40.00
#6,Ann@x.test,GBP,45.00,2011-12-01 12:00:00 +0000,,0.00,1,Mug,45.00
#7,cy@x.test,GBP,10.00,2011-06-01 10:00:00 +0000,,12.00,1,Mug,10.00
#8,cy@x.test,GBP,8.00,2010-12-10 10:00:00 +0000,,0.00,1,Mug,8.00
#9,dee@x.test,GBP,99.00,2011-06-01 10:00:00 +0000,,99.00,1,Mug,99.00
#10,,GBP,70.00,2011-12-05 10:00:00 +0000,,0.00,1,Mug,70.00
#11,eve@x.test,GBP,12.00,2010-12-11 10:00:00 +0000,,0.00,1,Mug,12.00
#12,eve@x.test,GBP,500.00,2011-12-11 00:00:00 +0000,,0.00,1,Mug,500.00
`;

describe("score", () => {
  test("writes one worked line per customer with a counted order up to the as-of date", async () => {
    // As of 2011-12-10 the window begins on 2010-12-11: cy's order of the 10th is out, eve's of the 11th is in.
    // Ranked: Ann, ann, bo"b, cy, eve. Worse in recency (9, 0, 9, 365, 364 days), frequency (1, 2, 1, 0, 1), monetary
    // (45, 45, 40, 0, 12): Ann 2 1 3, ann 4 4 3, bo"b 2 1 2, cy 0 0 0, eve 1 1 1.
    // Value = (2000 R + 3000 F + 5000 M) / (100 · 5); below it: Ann 3, ann 4, bo"b 2, cy 0, eve 1.
    expect(await scoreFile(shop, "--as-of", "2011-12-10")).toBe(
      `${header}
Ann@x.test,1,1,45.00,1,45.00,2011-12-01T12:00:00Z,9,3,2,4,44.0000,growth,potential
ann@x.test,3,3,95.00,2,45.00,2011-12-10T23:59:59Z,0,5,5,4,70.0000,core,high-value
"bo""b, jr@x.test",2,1,40.00,1,40.00,2011-12-01T00:00:00Z,9,3,2,3,34.0000,base,potential
cy@x.test,2,1,8.00,0,0.00,2010-12-10T10:00:00Z,365,1,1,1,0.0000,base,dormant
eve@x.test,1,1,12.00,1,12.00,2010-12-11T10:00:00Z,364,2,2,2,20.0000,base,dormant
`,
    );
  });

  test("takes the date of the last order when no date is given, a guest's or an uncounted one too", async () => {
    expect(await scoreFile(shop)).toContain(
      "eve@x.test,2,2,512.00,1,500.00,2011-12-11T00:00:00Z,0,",
    );
    expect(await scoreFile(shop.replace("2011-12-05", "2011-12-20"))).toContain(
      "eve@x.test,2,2,512.00,1,500.00,2011-12-11T00:00:00Z,9,",
    );
  });

  test("takes gzip, and amounts in the currency's decimals", async () => {
    const yen = `${columns}\n#1,a@x.test,JPY,1200,2011-01-01 00:00:00 +0000,,0,1,Mug,1200\n`;
    expect(await scoreFile(gzipSync(yen))).toContain("a@x.test,1,1,1200,1,1200,");
    expect(await scoreFile(yen.replace("JPY,1200", "KWD,1.2"))).toContain(
      "a@x.test,1,1,1.200,1,1.200,",
    );
  });

  test("counts days in the shop's time zone", async () => {
    const evening = `${columns}\n#1,a@x.test,EUR,9.00,2011-12-09 23:30:00 +0000,,0,1,Mug,9.00\n`;
    expect(await scoreFile(evening, "--as-of", "2011-12-10")).toContain(",2011-12-09T23:30:00Z,1,");
    expect(
      await scoreFile(evening, "--as-of", "2011-12-10", "--time-zone", "Europe/Berlin"),
    ).toContain(",2011-12-09T23:30:00Z,0,");
    const written = evening.replace("2011-12-09 23:30:00 +0000", "2011-12-10 00:30:00 +0100");
    expect(await scoreFile(written, "--time-zone", "Europe/Berlin")).toContain(
      ",2011-12-09T23:30:00Z,0,",
    );
  });

  test("takes a program", async () => {
    const program = {
      windowDays: 10_000,
      groups: "four-levels",
      tiers: [
        { key: "gold", name: "Gold", cutBp: 5000 },
        { key: "rest", name: "Rest", cutBp: 0 },
      ],
    };
    await writeFile(join(folder, "program.json"), JSON.stringify(program));
    const scores = await scoreFile(shop, "--as-of", "2011-12-10", "--program", "program.json");
    expect(scores).toContain(
      "ann@x.test,3,3,95.00,3,95.00,2011-12-10T23:59:59Z,0,5,5,5,80.0000,gold,vip\n",
    );
  });

  test("before the first order has nobody to write down", async () => {
    expect(await scoreFile(shop, "--as-of", "2001-01-01")).toBe(`${header}\n`);
  });
});

describe("score refuses, says why, and leaves the output as it was:", () => {
  const good = ["--orders", "orders.csv", "--out", "scores.csv"];
  test.each<[string, string[], RegExp]>([
    ["an unknown option", [...good, "--asof", "2011-01-01"], /score: Unknown option '--asof'/],
    ["a stray word", [...good, "now"], /score: Unexpected argument 'now'/],
    ["no orders", ["--out", "scores.csv"], /score: --orders is missing\n\nnpm run -s score/],
    ["no output", ["--orders", "orders.csv"], /score: --out is missing/],
    [
      "a date that does not exist",
      [...good, "--as-of", "2011-02-30"],
      /score: --as-of: expected a date like 2011-12-10, found "2011-02-30"/,
    ],
    [
      "a time zone that does not exist",
      [...good, "--time-zone", "Mars"],
      /expected an IANA time zone like Europe\/Berlin, found "Mars"/,
    ],
    [
      "a file that is absent",
      ["--orders", "none.csv", "--out", "scores.csv"],
      /score: none\.csv: cannot be read/,
    ],
    [
      "a program that is no JSON",
      [...good, "--program", "orders.csv"],
      /score: --program orders\.csv cannot be read/,
    ],
    [
      "a program that is none",
      [...good, "--program", "bad.json"],
      /score: --program bad\.json is not a program:\n {2}weights must add up to 10000 basis points, not 3\n/,
    ],
    [
      "an output folder that is absent",
      ["--orders", "orders.csv", "--out", "no/scores.csv"],
      /score: --out no\/scores\.csv cannot be written/,
    ],
    [
      "an output that is a folder",
      ["--orders", "orders.csv", "--out", "."],
      /score: --out \. is a folder/,
    ],
    [
      "a bad line late in the file",
      ["--orders", "bad.csv", "--out", "scores.csv"],
      /score: bad\.csv, line 15, column "Total": expected an amount of zero or more, found "-1\.00"/,
    ],
  ])("%s", async (_, args, message) => {
    await writeFile(join(folder, "orders.csv"), shop);
    await writeFile(
      join(folder, "bad.csv"),
      `${shop}#13,a@x.test,GBP,-1.00,2011-12-01 10:00:00 +0000,,0.00,1,Mug,1.00\n`,
    );
    await writeFile(
      join(folder, "bad.json"),
      JSON.stringify({ weights: { recency: 1, frequency: 1, monetary: 1 } }),
    );
    await writeFile(join(folder, "scores.csv"), "as before");
    const { code, stdout, stderr } = await score(...args);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(await readFile(join(folder, "scores.csv"), "utf8")).toBe("as before");
    expect(await readdir(folder)).toHaveLength(4);
  });
});

describe("score with a program of one's own", () => {
  /** Three customers: 3 orders of 30.00, one of 20.00 ten days ago, one of 5.00 a hundred days ago. */
  const small = `${columns}
#1,ann@x.test,GBP,10.00,2011-12-08 10:00:00 +0000,,0.00,1,Mug,10.00
#2,ann@x.test,GBP,10.00,2011-12-09 10:00:00 +0000,,0.00,1,Mug,10.00
#3,ann@x.test,GBP,10.00,2011-12-10 10:00:00 +0000,,0.00,1,Mug,10.00
#4,bob@x.test,GBP,20.00,2011-11-30 10:00:00 +0000,,0.00,1,Mug,20.00
#5,cy@x.test,GBP,5.00,2011-09-01 10:00:00 +0000,,0.00,1,Mug,5.00
`;

  async function labelsWith(program: object): Promise<string[]> {
    await writeFile(join(folder, "program.json"), JSON.stringify(program));
    const scores = await scoreFile(small, "--as-of", "2011-12-10", "--program", "program.json");
    return scores
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").slice(8).join(","));
  }

  test("gives scores by fixed days, orders and amounts, each boundary included", async () => {
    const cutPoints = {
      recency: { kind: "fixed", daysAtMost: [10, 99] },
      frequency: { kind: "fixed", ordersAtLeast: [2, 3] },
      monetary: { kind: "fixed", spendAtLeast: ["20", "30.01"] },
    };
    const program = { levels: 3, currency: "GBP", cutPoints, groups: "klaviyo-6" };
    expect(await labelsWith(program)).toEqual([
      "3,3,2,66.6667,growth,champions",
      "3,1,2,23.3333,base,recent",
      "1,1,1,0.0000,base,inactive",
    ]);
  });

  test("gives tiers by amounts and counts, the first that holds", async () => {
    const tiers = [
      { key: "gold", name: "Gold", when: { spendAtLeast: "30.00", recencyDaysAtMost: 30 } },
      { key: "silver", name: "Silver", when: { averageOrderAtLeast: "20" } },
      { key: "rest", name: "Rest" },
    ];
    const program = { currency: "GBP", tiersBy: { kind: "thresholds" }, tiers };
    const rows = await labelsWith({ ...program, groups: "lifecycle" });
    expect(rows.map((row) => row.split(",").slice(4))).toEqual([
      ["gold", "growing"],
      ["silver", "new"],
      ["rest", "declining"],
    ]);
  });

  test("says whose starting point the scores are from while customers are few", async () => {
    await writeFile(join(folder, "orders.csv"), small);
    const startingPoint = { industry: "food", belowCustomers: 50 };
    await writeFile(join(folder, "p.json"), JSON.stringify({ startingPoint }));
    const files = ["--orders", "orders.csv", "--out", "scores.csv", "--as-of", "2011-12-10"];
    expect((await score(...files, "--program", "p.json")).stderr).toMatch(
      /\nstarting point: fewer than 50 customers/,
    );
    expect((await score(...files)).stderr).toMatch(/\ntoo few customers: 5 scores take 50/);
  });

  test.each<[string, object, RegExp]>([
    [
      "an amount in another currency than the file's",
      {
        currency: "EUR",
        cutPoints: { monetary: { kind: "fixed", spendAtLeast: ["1", "2", "3", "4"] } },
      },
      /\n {2}currency must be the shop's, GBP\n/,
    ],
    [
      "a map with a hole and an overlap, by the names of the cells",
      {
        levels: 3,
        groups: {
          kind: "map",
          groups: [
            { key: "a", name: "A", areas: [{ recency: [2, 3], frequencyMonetary: [1, 3] }] },
            { key: "b", name: "B", areas: [{ recency: [1, 2], frequencyMonetary: [1, 1] }] },
          ],
        },
      },
      /\n {2}groups\.groups must cover every cell; in no group: R1 FM2; R1 FM3\n {2}groups\.groups must give each cell to one group; in several: R2 FM1 \(a, b\)\n/,
    ],
  ])("refuses %s", async (_, program, message) => {
    await writeFile(join(folder, "orders.csv"), small);
    await writeFile(join(folder, "p.json"), JSON.stringify(program));
    const { code, stderr } = await score(
      ...["--orders", "orders.csv", "--out", "scores.csv", "--program", "p.json"],
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});
