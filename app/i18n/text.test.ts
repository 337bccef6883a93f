import { describe, expect, expectTypeOf, it } from "vitest";
import { english } from "./en/language.ts";
import type { MessageArguments } from "./message-arguments.ts";
import { textIn } from "./text.ts";

const text = textIn(english);

describe("text", () => {
  it("says a plain message and fills placeholders", () => {
    expect(text("nav.customers")).toBe("Customers");
    expect(text("customer.number", { id: "8871" })).toBe("Customer #8871");
  });

  it("takes the plural form of each count and groups digits", () => {
    expect(text("home.tile.moves.detail", { up: 1, down: 2000 })).toBe(
      "1 customer moved up, 2,000 down",
    );
  });

  it("leaves a less-than sign in a name alone", () => {
    expect(text("move.entered", { to: "<b>Core</b>" })).toBe("Entered <b>Core</b>");
  });
});

describe("MessageArguments", () => {
  it("asks for a string or for a number, as the message does", () => {
    expectTypeOf<MessageArguments<"{tier}: {share}">>().toEqualTypeOf<{
      tier: string;
      share: string;
    }>();
    expectTypeOf<MessageArguments<"{n, number} of {of}">>().toEqualTypeOf<{
      n: number;
      of: string;
    }>();
  });

  it("reads through the branches of a plural", () => {
    type Found =
      MessageArguments<"{up, plural, =0 {nobody} one {# customer of {tier}} other {# customers}}, {down, number}">;
    expectTypeOf<Found>().toEqualTypeOf<{ up: number; tier: string; down: number }>();
  });
});
