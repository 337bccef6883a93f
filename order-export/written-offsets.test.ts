import { describe, expect, test } from "vitest";
import { loadOrderExport } from "./load-order-export.ts";
import { header, row, useTestFolder } from "./testing/test-export.ts";

const { save } = useTestFolder();

describe("the time zone", () => {
  const winter = row({ created: "2011-01-06 07:08:09 +0100" });
  const summer = row({ name: "#2", created: "2011-07-06 07:08:09 +0200" });

  test("is UTC when every offset is +0000, and otherwise the one given", async () => {
    expect(await save(header + row()).then(loadOrderExport)).toMatchObject({
      currency: "GBP",
      timeZone: "UTC",
    });
    const path = await save(header + winter);
    expect(await loadOrderExport(path, { timeZone: "Europe/Berlin" })).toMatchObject({
      timeZone: "Europe/Berlin",
    });
  });

  test("must be given otherwise, and the error lists the zones that fit all offsets", async () => {
    const failure = await loadOrderExport(await save(header + winter + summer)).catch(
      (error: unknown) => error,
    );
    expect(failure).toHaveProperty(
      "message",
      expect.stringMatching(/line 2, column "Created at": .*--time-zone.*Europe\/Berlin/),
    );
    expect(failure).toHaveProperty("message", expect.not.stringContaining("Africa/Lagos"));
  });

  test("is not assumed to be UTC when only another timestamp than the order's has an offset", async () => {
    const cancelledInSummer = row({
      created: "2011-03-01 07:08:09 +0000",
      cancelled: "2011-04-01 10:00:00 +0100",
    });
    await expect(save(header + cancelledInSummer).then(loadOrderExport)).rejects.toThrow(
      /column "Cancelled at".*Europe\/London/,
    );
  });

  test("that no zone fits is said", async () => {
    await expect(
      save(header + row({ created: "2011-03-01 07:08:09 +0007" })).then(loadOrderExport),
    ).rejects.toThrow(/no IANA zone fits/);
  });

  test.each(["Mars/Olympus", "+02:00", ""])("%j is refused", async (timeZone) => {
    await expect(
      save(header + row()).then((path) => loadOrderExport(path, { timeZone })),
    ).rejects.toThrow(/expected an IANA time zone/);
  });
});
