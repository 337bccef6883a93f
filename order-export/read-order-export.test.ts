import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ExportedOrder } from "./exported-order.ts";
import { loadOrderExport } from "./load-order-export.ts";
import { header, row, useTestFolder } from "./testing/test-export.ts";

const { save } = useTestFolder();

async function readAll(content: string | Uint8Array): Promise<ExportedOrder[]> {
  return (await loadOrderExport(await save(content), { timeZone: "UTC" })).orders;
}

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
        {
          name: 'Mug, "blue"\nlarge',
          quantity: 2,
          priceMinor: 500,
          discountMinor: 50,
          sku: "M-1",
          vendor: "Acme",
        },
        { name: "Cup", quantity: 3, priceMinor: 333, discountMinor: 0, sku: "", vendor: "" },
      ],
    } satisfies ExportedOrder);
  });

  test("is read the same from columns in another order, gzipped, with a byte order mark and CRLF", async () => {
    const plain = await readAll(
      "Total,Name,Email,Lineitem price,Lineitem name,Lineitem quantity,Refunded Amount,Cancelled at,Created at,Currency\n10.00,#1,a@x.test,5.00,Mug,2,0.00,,2011-05-06 07:08:09 +0000,GBP\n",
    );
    expect(plain).toEqual(await readAll(header + row()));
    expect(await readAll(gzipSync(`\uFEFF${(header + row()).replaceAll("\n", "\r\n")}`))).toEqual(
      plain,
    );
  });

  test("may have hundreds of rows; the next order starts where a Total stands", async () => {
    const more = row({ email: "", currency: "", total: "", created: "", refunded: "" });
    const orders = await readAll(
      header + row() + more.repeat(499) + row({ name: "#2", email: "" }),
    );
    expect(
      orders.map(({ name, lineNumber, lineItems, customerEmail }) => [
        name,
        lineNumber,
        lineItems.length,
        customerEmail,
      ]),
    ).toEqual([
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
    expect(order).toMatchObject({
      id: null,
      refundedMinor: 0,
      shippingMinor: 0,
      subtotalMinor: 1000,
      lineItems: [],
    });
  });
});
