import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExportedOrder } from "./exported-order.ts";
import { loadOrderExport } from "./load-order-export.ts";
import { OrderExportError } from "./order-export-error.ts";
import { readOrderExport } from "./read-order-export.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "order-export-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function save(content: string | Uint8Array, name = "orders.csv"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function readAll(content: string | Uint8Array): Promise<ExportedOrder[]> {
  const orders: ExportedOrder[] = [];
  for await (const order of readOrderExport(await save(content))) orders.push(order);
  return orders;
}

const header = "Name,Email,Currency,Total,Created at,Cancelled at,Refunded Amount,Lineitem quantity,Lineitem name,Lineitem price\n";
const row = (changes: Partial<Record<"name" | "email" | "currency" | "total" | "created" | "cancelled" | "refunded" | "quantity" | "price", string>> = {}): string => {
  const { name = "#1", email = "a@x.test", currency = "GBP", total = "10.00", created = "2011-05-06 07:08:09 +0000" } = changes;
  const { cancelled = "", refunded = "0.00", quantity = "2", price = "5.00" } = changes;
  return `${[name, email, currency, total, created, cancelled, refunded, quantity, "Mug", price].join(",")}\n`;
};

describe("an order", () => {
  test("has what its first row states and the line items of all its rows", async () => {
    const [order, ...others] = await readAll(
      "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Billing Name,Billing Country,Shipping Country,Cancelled at,Refunded Amount,Vendor,Id,Tags,Source,Extra\n" +
        '#7, A@x.test,paid,2011-05-06 08:00:00 +0100,fulfilled,,yes,GBP,20.00,3.50,4.00,27.50,MAY,1.00,2011-05-06 07:08:09 +0100,2,"Mug, ""blue""\nlarge",5.00,M-1,0.50,Ann,GB,FR,2011-05-07 00:00:00 +0100,2.25,Acme,9007199254740993,"vip, , new",web,?\n' +
        "#7,,,,,,,,,,,,,,2011-05-06 07:08:09 +0100,3,Cup,3.33,,,,,,,,,,,,\n",
    );
    expect(others).toEqual([]);
    expect(order).toEqual({
      lineNumber: 2,
      name: "#7",
      id: "9007199254740993",
      customerEmail: " A@x.test",
      financialStatus: "paid",
      fulfillmentStatus: "fulfilled",
      createdAtMs: Date.parse("2011-05-06T06:08:09Z"),
      createdAtUtcOffsetMinutes: 60,
      cancelledAtMs: Date.parse("2011-05-06T23:00:00Z"),
      paidAtMs: Date.parse("2011-05-06T07:00:00Z"),
      fulfilledAtMs: null,
      currency: "GBP",
      subtotalMinor: 2000,
      shippingMinor: 350,
      taxesMinor: 400,
      totalMinor: 2750,
      discountMinor: 100,
      refundedMinor: 225,
      discountCode: "MAY",
      acceptsMarketing: true,
      billingName: "Ann",
      countryCode: "FR",
      source: "web",
      tags: ["vip", "new"],
      lineItems: [
        { name: 'Mug, "blue"\nlarge', quantity: 2, priceMinor: 500, discountMinor: 50, sku: "M-1", vendor: "Acme" },
        { name: "Cup", quantity: 3, priceMinor: 333, discountMinor: 0, sku: "", vendor: "" },
      ],
    } satisfies ExportedOrder);
  });

  test("is read the same from columns in another order, gzipped, with a byte order mark and CRLF", async () => {
    const plain = await readAll("Total,Name,Email,Lineitem price,Lineitem name,Lineitem quantity,Refunded Amount,Cancelled at,Created at,Currency\n10.00,#1,a@x.test,5.00,Mug,2,0.00,,2011-05-06 07:08:09 +0000,GBP\n");
    expect(plain).toEqual(await readAll(header + row()));
    expect(await readAll(gzipSync(`\uFEFF${(header + row()).replaceAll("\n", "\r\n")}`))).toEqual(plain);
  });

  test("may have hundreds of rows; the next order starts where a Total stands", async () => {
    const more = row({ email: "", currency: "", total: "", created: "", refunded: "" });
    const orders = await readAll(header + row() + more.repeat(499) + row({ name: "#2", email: "" }));
    expect(orders.map(({ name, lineNumber, lineItems, customerEmail }) => [name, lineNumber, lineItems.length, customerEmail])).toEqual([
      ["#1", 2, 500, "a@x.test"],
      ["#2", 502, 1, ""],
    ]);
  });

  test("has yen without decimals and dinars with three", async () => {
    const [yen] = await readAll(header + row({ currency: "JPY", total: "1200", price: "600" }));
    const [dinar] = await readAll(header + row({ currency: "KWD", total: "1.234" }));
    expect([yen?.totalMinor, dinar?.totalMinor]).toEqual([1200, 1234]);
  });

  test("without Id, amounts of detail and line item has null, zeros and no line items", async () => {
    const [order] = await readAll(`${header}#1,,GBP,10.00,2011-05-06 07:08:09 +0000,,,,,\n`);
    expect(order).toMatchObject({ id: null, refundedMinor: 0, shippingMinor: 0, subtotalMinor: 1000, lineItems: [] });
  });
});

describe("a bad file is an error that names file, line, column and what was expected", () => {
  const twoHeadersOfOneOrder = header + row() + row();
  test.each([
    ["another kind of file", "date,amount\n2011-01-01,3\n", /orders\.csv, line 1: is not an order export: expected the columns .*"Name".*"Total"/],
    ["a missing column", (header + row()).replace("Total", "Sum"), /orders\.csv, line 1, column "Total": expected a column of this name/],
    ["a column twice", (header + row()).replaceAll(/$/gm, ",1").replace(",1\n", ",Total\n"), /line 1, column "Total": expected one column of this name, found it twice/],
    ["an unknown currency", header + row({ currency: "GBX" }), /line 2, column "Currency": expected an ISO 4217 currency code like GBP, found "GBX"/],
    ["no currency", header + row({ currency: "" }), /line 2, column "Currency": expected .*, found nothing/],
    ["two currencies", header + row() + row({ name: "#2", currency: "EUR" }), /line 3, column "Currency": expected GBP .*found "EUR"/],
    ["a negative total", header + row({ total: "-10.00" }), /line 2, column "Total": expected an amount of zero or more, found "-10.00"/],
    ["too many decimals", header + row({ total: "10.005" }), /line 2, column "Total": expected an amount in GBP with at most 2 decimals, found "10.005"/],
    ["a total that is no number", header + row({ total: "ten" }), /line 2, column "Total": expected an amount in GBP like 12.00, found "ten"/],
    ["a date that does not parse", header + row({ created: "6 May 2011" }), /line 2, column "Created at": expected a date and time with UTC offset like .*, found "6 May 2011"/],
    ["a cancellation date that does not parse", header + row({ cancelled: "yes" }), /line 2, column "Cancelled at": expected a date/],
    ["a negative refund", header + row({ refunded: "-1.00" }), /line 2, column "Refunded Amount": expected/],
    ["a quantity that is no whole number", header + row({ quantity: "1.5" }), /line 2, column "Lineitem quantity": expected a whole number, found "1.5"/],
    ["an order opened twice", twoHeadersOfOneOrder, /line 3, column "Name": expected one first line per order, "#1" has two/],
    ["an order continued later", header + row() + row({ name: "#2" }) + row({ total: "" }), /line 4, column "Total": expected the order's total/],
    ["an order without a name", header + row({ name: "" }), /line 2, column "Name": expected an order name like #1001, found nothing/],
    ["a row cut off", `${header}#1,a@x.test,GBP\n`, /line 2: expected 10 fields as in the header, found 3/],
    ["an e-mail address that is not UTF-8", Buffer.from(header + row({ email: "\xe9@x.test" }), "latin1"), /line 2, column "Email": expected text in UTF-8/],
    ["an empty file", "", /orders\.csv: is empty; expected a CSV order export/],
    ["a truncated gzip", gzipSync(header + row()).subarray(0, -12), /orders\.csv, line \d+: the gzip file is cut off here; expected a complete one/],
    ["a damaged gzip", Uint8Array.from(gzipSync(header + row()), (byte, index) => (index === 30 ? byte ^ 255 : byte)), /orders\.csv, line \d+: the gzip file is damaged here/],
  ])("%s", async (_, content, message) => {
    const failure = await readAll(content).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OrderExportError);
    expect(failure).toHaveProperty("message", expect.stringMatching(message));
  });

  test("a file that is absent", async () => {
    await expect(loadOrderExport(join(folder, "absent.csv"))).rejects.toThrow(/absent\.csv: cannot be read \(ENOENT/);
  });

  test("a folder", async () => {
    await expect(loadOrderExport(folder)).rejects.toThrow(/: is a folder; expected a CSV order export/);
  });

  test("a header without orders", async () => {
    await expect(save(header).then(loadOrderExport)).rejects.toThrow(/has a header but no orders/);
  });
});

describe("the time zone", () => {
  const winter = row({ created: "2011-01-06 07:08:09 +0100" });
  const summer = row({ name: "#2", created: "2011-07-06 07:08:09 +0200" });

  test("is UTC when every offset is +0000, and otherwise the one given", async () => {
    expect(await save(header + row()).then(loadOrderExport)).toMatchObject({ currency: "GBP", timeZone: "UTC" });
    const path = await save(header + winter);
    expect(await loadOrderExport(path, { timeZone: "Europe/Berlin" })).toMatchObject({ timeZone: "Europe/Berlin" });
  });

  test("must be given otherwise, and the error lists the zones that fit all offsets", async () => {
    const failure = await loadOrderExport(await save(header + winter + summer)).catch((error: unknown) => error);
    expect(failure).toHaveProperty("message", expect.stringMatching(/line 2, column "Created at": .*--time-zone.*Europe\/Berlin/));
    expect(failure).toHaveProperty("message", expect.not.stringContaining("Africa/Lagos"));
  });

  test("is not assumed to be UTC when only another timestamp than the order's has an offset", async () => {
    const cancelledInSummer = row({ created: "2011-03-01 07:08:09 +0000", cancelled: "2011-04-01 10:00:00 +0100" });
    await expect(save(header + cancelledInSummer).then(loadOrderExport)).rejects.toThrow(/column "Cancelled at".*Europe\/London/);
  });

  test("that no zone fits is said", async () => {
    await expect(save(header + row({ created: "2011-03-01 07:08:09 +0007" })).then(loadOrderExport)).rejects.toThrow(/no IANA zone fits/);
  });

  test.each(["Mars/Olympus", "+02:00", ""])("%j is refused", async (timeZone) => {
    await expect(save(header + row()).then((path) => loadOrderExport(path, { timeZone }))).rejects.toThrow(/expected an IANA time zone/);
  });
});
