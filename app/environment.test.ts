import { expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";

const complete = {
  DATABASE_URL: "postgresql://postgres@127.0.0.1:5432/echelon",
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "secret",
  SHOPIFY_APP_URL: "https://echelon.example.com",
};

test("a production environment knows no simulated shop", () => {
  expect(readEnvironment(complete)).toMatchObject({ shopifyApiKey: "key", simulatedShopUrl: null });
  expect(readEnvironment({ ...complete, ECHELON_SIMULATED_SHOP: "" }).simulatedShopUrl).toBeNull();
});

test("everything that is missing is named at once, with what to set it to", () => {
  expect(() =>
    readEnvironment({ ...complete, DATABASE_URL: "mysql://x", SHOPIFY_API_SECRET: undefined }),
  ).toThrow(
    "The environment is not complete. Set DATABASE_URL to the address of a PostgreSQL database, like " +
      "postgresql://user:password@host:5432/echelon. Set SHOPIFY_API_SECRET to the app's client secret, from the same page.",
  );
});

test("the newest token secret comes first, and one that is short enough to guess is refused", () => {
  const [newest, former] = ["n".repeat(32), "f".repeat(64)];
  const withSecrets = { ...complete, ECHELON_TOKEN_SECRETS: `${newest},${former}` };
  expect(readEnvironment(withSecrets).tokenSecrets).toEqual([newest, former]);
  expect(readEnvironment(complete).tokenSecrets).toEqual([]);
  expect(() => readEnvironment({ ...complete, ECHELON_TOKEN_SECRETS: "short" })).toThrow(
    "Set ECHELON_TOKEN_SECRETS to secrets of at least 32 characters",
  );
});

test("an error never shows a secret's value", () => {
  const failed = () =>
    readEnvironment({ ...complete, SHOPIFY_APP_URL: "shpss_looks_like_a_secret" });
  expect(failed).toThrow("SHOPIFY_APP_URL");
  expect(failed).not.toThrow("shpss");
});
