import { parse, validate } from "graphql";
import { expect, test } from "vitest";
import { QUERY as accountQuestion } from "../../extensions/account-block/src/read-tier.ts";
import { QUERY as adminQuestion } from "../../extensions/customer-block/src/read-standing.ts";
import { readPackagedSchema } from "./packaged-schema.ts";

test.each(["2026-07", "2026-10"] as const)(
  "what the extensions ask is what Shopify's APIs of %s answer",
  async (version) => {
    const customer = await readPackagedSchema(version, "customer");
    expect(validate(customer, parse(accountQuestion))).toEqual([]);
    const admin = await readPackagedSchema(version);
    expect(validate(admin, parse(adminQuestion))).toEqual([]);
  },
);
