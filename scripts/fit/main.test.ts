import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCustomers } from "./read-customers.ts";
import { readOptions } from "./read-options.ts";

const script = join(import.meta.dirname, "main.ts");
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fit-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function fit(csv: string, ...args: string[]) {
  await writeFile(join(folder, "in.csv"), csv);
  const child = spawn(process.execPath, [script, ...args], { cwd: folder });
  const [stdout, stderr] = await Promise.all([
    readText(child.stdout),
    readText(child.stderr),
    once(child, "close"),
  ]);
  return { code: child.exitCode, stdout, stderr };
}

/** Sixty customers; every third came back, at times that are spread out. */
const customers = Array.from({ length: 60 }, (_, index) => {
  const x = index % 3 === 0 ? 1 + (index % 4) : 0;
  const T = 20 + ((index * 7) % 19);
  const last = x === 0 ? 0 : (T * (1 + (index % 5))) / 6;
  return { x, T, last, litt: x === 0 ? 0 : x * Math.log(last / x), m: 10 + (index % 7) * 4.5 };
});
const small = customers.map(({ x, T, last }) => `${x},${last},${T}`).join("\n");

describe("fit --cbs", () => {
  test("prints one JSON line per model that the columns allow", async () => {
    const full = customers.map(({ x, T, last, litt, m }) => `${T},${m},${last},${x},${litt},${x}`);
    const { code, stdout, stderr } = await fit(
      `\uFEFFT,m,t_x,x,litt,n\r\n${full.join("\r\n")}\r\n`,
      "--cbs",
      "in.csv",
    );
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    const number = expect.any(Number) as unknown;
    const shared = {
      standardErrors: expect.any(Object) as unknown,
      logLikelihood: number,
      milliseconds: number,
    };
    const betaGeometric = { r: number, alpha: number, a: number, b: number };
    expect(lines).toEqual([
      { model: "bg-nbd", parameters: betaGeometric, ...shared },
      { model: "mbg-nbd", parameters: betaGeometric, ...shared },
      { model: "mbg-cnbd-k", parameters: { ...betaGeometric, k: number }, ...shared },
      {
        model: "pareto-nbd",
        parameters: { r: number, alpha: number, s: number, beta: number },
        ...shared,
      },
      { model: "gamma-gamma", parameters: { p: number, q: number, v: number }, ...shared },
    ]);
  });

  test("without litt there is no k, without n and m no spend", async () => {
    const { stdout } = await fit(`x,t_x,T\n${small}`, "--cbs", "in.csv");
    expect(stdout.match(/"model":"[a-z-]+"/g)).toEqual([
      '"model":"bg-nbd"',
      '"model":"mbg-nbd"',
      '"model":"pareto-nbd"',
    ]);
  });

  test.each([
    ["", "is empty"],
    ["x,t_x,T\n", "has a header but no rows"],
    ["x,T\n1,2\n", "line 1: column t_x is missing; found x, T"],
    ["x,t_x,T,x\n1,2,3,1\n", "line 1: column x appears twice"],
    ["x,t_x,T\n1,2,3\n1,2\n", "line 3: expected 3 fields as in the header, found 2"],
    ["x,t_x,T\n1,2,3\none,2,3\n", 'line 3, column x: expected a number, found "one"'],
    ["x,t_x,T\n1.5,2,3\n", 'line 2, column x: expected a whole number of at least 0, found "1.5"'],
    ["x,t_x,T\n1,-2,3\n", 'line 2, column t_x: expected a number of at least 0, found "-2"'],
    ["x,t_x,T\n1,2,\n", 'line 2, column T: expected a number, found ""'],
    ["x,t_x,T\n1,4,3\n", "line 2, column t_x: the last order cannot be after T = 3"],
    ["x,t_x,T\n0,2,3\n", "line 2, column t_x: without repeat orders (x = 0) it must be 0"],
    ["x,t_x,T,litt\n1,2,3,NaN\n", 'line 2, column litt: expected a number, found "NaN"'],
  ])("refuses %j", async (csv, message) => {
    const path = join(folder, "in.csv");
    await writeFile(path, csv);
    await expect(readCustomers(path)).rejects.toThrow(message);
  });

  test("ends with 1 and a message when a file is refused", async () => {
    const { code, stdout, stderr } = await fit("x,t_x,T\n1,4,3\n", "--cbs", "in.csv");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^fit: in\.csv, line 2, column t_x: the last order cannot be after T = 3/,
    );
  });
});

describe("fit --at", () => {
  const questions = "horizon,x,T,t_x\n39,2,38.86,30.43\n1e-9,0,5,0\n0,1,5,2\n";

  test("prints expected orders, P(alive) and P(buys) with 17 digits, rows in order", async () => {
    const { code, stdout, stderr } = await fit(
      questions,
      "--at",
      "in.csv",
      "--parameters",
      ".243,4.414,.793,2.426",
    );
    expect([code, stderr]).toEqual([0, ""]);
    const [header, worked = "", tiny = "", none = "", ...rest] = stdout.split("\n");
    expect([header, rest]).toEqual(["expected,p_alive,p_buy", [""]]);
    const [expected, alive, buys] = worked.split(",").map(Number);
    expect(expected).toBeCloseTo(1.22602817477, 10);
    expect(alive).toBeCloseTo(0.726578570081, 11);
    expect(buys).toBeCloseTo(0.554627137917, 11);
    expect(worked).toMatch(/^\d\.\d{16},0\.\d{17},0\.\d{17}$/);
    expect(Number(tiny.split(",")[2]) / ((1e-9 * 0.243) / 9.414)).toBeCloseTo(1, 9);
    expect(none.split(",").map(Number)).toEqual([0, expect.any(Number), 0]);
  });

  test.each([
    ["mbg-nbd", ".5,6,.9,1.6"],
    ["mbg-cnbd-k", ".5,6,.9,1.6,3"],
    ["pareto-nbd", ".55,10.6,.6,11.7"],
  ])("knows %s", async (model, parameters) => {
    const { code, stdout } = await fit(
      questions,
      "--at",
      "in.csv",
      "--model",
      model,
      "--parameters",
      parameters,
    );
    expect(code).toBe(0);
    expect(stdout.trim().split("\n").length).toBe(4);
    expect(stdout).not.toContain("NaN");
  });

  test.each([
    [["--at", "in.csv"], "--parameters r,alpha,a,b is missing"],
    [["--at", "in.csv", "--parameters", "1,2,3"], "expected 4 numbers r,alpha,a,b for bg-nbd"],
    [["--at", "in.csv", "--parameters", "1,2,0,4"], 'a must be a number above 0; found "0"'],
    [["--at", "in.csv", "--model", "nbd", "--parameters", "1"], 'found "nbd"'],
    [
      ["--at", "in.csv", "--model", "mbg-cnbd-k", "--parameters", "1,1,1,1,1.5"],
      "k must be a whole number",
    ],
    [["--at", "in.csv", "--cbs", "in.csv"], "give one of them"],
    [["--model", "bg-nbd"], "--at, which is missing"],
    [[], "--cbs is missing"],
  ])("refuses %j", (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  test("a file that is not there ends with 1", async () => {
    const { code, stderr } = await fit("", "--at", "missing.csv", "--parameters", "1,1,1,1");
    expect(code).toBe(1);
    expect(stderr).toContain("missing.csv");
  });
});
