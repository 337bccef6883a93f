import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { loadOrderExport } from "./load-order-export.ts";
import { OrderExportError } from "./order-export-error.ts";
import { header, row, useTestFolder } from "./testing/test-export.ts";

const { save, pathOf } = useTestFolder();

describe("a bad file is an error that names file, line, column and what was expected", () => {
  const twoHeadersOfOneOrder = header + row() + row();
  test.each([
    [
      "another kind of file",
      "date,amount\n2011-01-01,3\n",
      /orders\.csv, line 1: is not an order export: expected the columns .*"Name".*"Total"/,
    ],
    [
      "a missing column",
      (header + row()).replace("Total", "Sum"),
      /orders\.csv, line 1, column "Total": expected a column of this name/,
    ],
    [
      "a column twice",
      (header + row()).replaceAll(/$/gm, ",1").replace(",1\n", ",Total\n"),
      /line 1, column "Total": expected one column of this name, found it twice/,
    ],
    [
      "an unknown currency",
      header + row({ currency: "GBX" }),
      /line 2, column "Currency": expected an ISO 4217 currency code like GBP, found "GBX"/,
    ],
    [
      "no currency",
      header + row({ currency: "" }),
      /line 2, column "Currency": expected .*, found nothing/,
    ],
    [
      "two currencies",
      header + row() + row({ name: "#2", currency: "EUR" }),
      /line 3, column "Currency": expected GBP .*found "EUR"/,
    ],
    [
      "a negative total",
      header + row({ total: "-10.00" }),
      /line 2, column "Total": expected an amount of zero or more, found "-10.00"/,
    ],
    [
      "too many decimals",
      header + row({ total: "10.005" }),
      /line 2, column "Total": expected an amount in GBP with at most 2 decimals, found "10.005"/,
    ],
    [
      "a total that is no number",
      header + row({ total: "ten" }),
      /line 2, column "Total": expected an amount in GBP like 12.00, found "ten"/,
    ],
    [
      "a date that does not parse",
      header + row({ created: "6 May 2011" }),
      /line 2, column "Created at": expected a date and time with UTC offset like .*, found "6 May 2011"/,
    ],
    [
      "a cancellation date that does not parse",
      header + row({ cancelled: "yes" }),
      /line 2, column "Cancelled at": expected a date/,
    ],
    [
      "a negative refund",
      header + row({ refunded: "-1.00" }),
      /line 2, column "Refunded Amount": expected/,
    ],
    [
      "a quantity that is no whole number",
      header + row({ quantity: "1.5" }),
      /line 2, column "Lineitem quantity": expected a whole number, found "1.5"/,
    ],
    [
      "an order opened twice",
      twoHeadersOfOneOrder,
      /line 3, column "Name": expected one first line per order, "#1" has two/,
    ],
    [
      "an order continued later",
      header + row() + row({ name: "#2" }) + row({ total: "" }),
      /line 4, column "Total": expected the order's total/,
    ],
    [
      "an order without a name",
      header + row({ name: "" }),
      /line 2, column "Name": expected an order name like #1001, found nothing/,
    ],
    [
      "a row cut off",
      `${header}#1,a@x.test,GBP\n`,
      /line 2: expected 10 fields as in the header, found 3/,
    ],
    [
      "an e-mail address that is not UTF-8",
      Buffer.from(header + row({ email: "\xe9@x.test" }), "latin1"),
      /line 2, column "Email": expected text in UTF-8/,
    ],
    ["an empty file", "", /orders\.csv: is empty; expected a CSV order export/],
    [
      "a truncated gzip",
      gzipSync(header + row()).subarray(0, -12),
      /orders\.csv, line \d+: the gzip file is cut off here; expected a complete one/,
    ],
    [
      "a damaged gzip",
      Uint8Array.from(gzipSync(header + row()), (byte, index) =>
        index === 30 ? byte ^ 255 : byte,
      ),
      /orders\.csv, line \d+: the gzip file is damaged here/,
    ],
  ])("%s", async (_, content, message) => {
    const failure = await save(content)
      .then(loadFile)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OrderExportError);
    expect(failure).toHaveProperty("message", expect.stringMatching(message));
  });

  test("a file that is absent", async () => {
    await expect(loadOrderExport(pathOf("absent.csv"))).rejects.toThrow(
      /absent\.csv: cannot be read \(ENOENT/,
    );
  });

  test("a folder", async () => {
    await expect(loadOrderExport(pathOf("."))).rejects.toThrow(
      /: is a folder; expected a CSV order export/,
    );
  });

  test("a header without orders", async () => {
    await expect(save(header).then(loadFile)).rejects.toThrow(/has a header but no orders/);
  });
});

function loadFile(path: string) {
  return loadOrderExport(path, { timeZone: "UTC" });
}
