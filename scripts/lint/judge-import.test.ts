import { expect, test } from "vitest";
import { judgeImport } from "./judge-import.ts";

test.each([
  ["app/scoring/tier.ts", "./quintile.ts"],
  ["app/scoring/groups/presets.ts", "../tier.ts"],
  ["app/use-cases/pages/home-page.ts", "../../scoring/index.ts"],
  ["app/use-cases/pages/home-page.ts", "../../jobs/enqueue.ts"],
  ["app/routes/app._index/route.tsx", "../../use-cases/pages/home-page.ts"],
  ["app/persistence/orders.ts", "@prisma/client"],
  ["scripts/demo/main.ts", "../../simulated-shop/main.ts"],
  ["tests/integration/flow.test.ts", "../../app/persistence/database.ts"],
  ["app/root.tsx", "./i18n/languages.ts"],
])("%s may import %s", (file, specifier) => {
  expect(judgeImport(file, specifier)).toBeNull();
});

test.each([
  ["app/scoring/tier.ts", "../persistence/orders.ts", "pure"],
  ["app/scoring/tier.ts", "../../order-export/read.ts", "pure"],
  ["app/use-cases/pages/home-page.ts", "../../routes/app.tsx", "knows neither"],
  ["app/use-cases/pages/home-page.ts", "../../scoring/tier.ts", "sees the index"],
  ["app/use-cases/pages/home-page.ts", "../../jobs/handlers.ts", "knows neither"],
  ["app/use-cases/pages/home-page.ts", "pg", "Only app/persistence"],
  ["app/routes/app._index/route.tsx", "../../persistence/orders.ts", "calls one use case"],
  ["app/routes/app._index/route.tsx", "../../shopify/write-tags.ts", "calls one use case"],
  ["app/persistence/orders.ts", "../shopify/gid.ts", "decides nothing"],
  ["app/shopify/gid.ts", "../persistence/orders.ts", "only speaks Shopify"],
  ["simulated-shop/main.ts", "../app/shopify/gid.ts", "knows nothing of the app"],
  ["order-export/read.ts", "../app/scoring/index.ts", "belongs to neither"],
])("%s may not import %s, and the message says why", (file, specifier, why) => {
  expect(judgeImport(file, specifier)).toContain(why);
});
