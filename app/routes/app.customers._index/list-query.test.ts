import { describe, expect, it } from "vitest";
import { addressOf, queryFromAddress } from "./list-query.ts";

describe("the address of the customer list", () => {
  it("shows everyone by falling value when it says nothing", () => {
    expect(queryFromAddress(new URLSearchParams())).toEqual({
      tier: null,
      group: null,
      risk: null,
      trait: null,
      interest: null,
      moved: null,
      view: null,
      search: "",
      sort: "value",
      direction: "descending",
      cursor: null,
    });
  });

  it("gives the same view back after a round trip", () => {
    const query = {
      tier: "core",
      group: "at-risk",
      risk: "late",
      trait: "bundle-buyer",
      interest: "abandons-carts",
      moved: null,
      view: null,
      search: "Ann Lee",
      sort: "last-order",
      direction: "ascending",
      cursor: "abc",
    } as const;
    expect(queryFromAddress(addressOf(query))).toEqual(query);
  });

  it("stays empty for the usual view", () => {
    expect(addressOf(queryFromAddress(new URLSearchParams())).toString()).toBe("");
  });

  it("ignores a risk and a trait that there are not", () => {
    const query = queryFromAddress(
      new URLSearchParams("risk=certain&trait=left-handed&interest=trait"),
    );
    expect(query).toMatchObject({ risk: null, trait: null, interest: null });
  });

  it("ignores an order it does not know", () => {
    const query = queryFromAddress(new URLSearchParams("sort=shoe-size&direction=sideways"));
    expect(query).toMatchObject({ sort: "value", direction: "descending" });
  });
});
