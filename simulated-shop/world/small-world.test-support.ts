import { addProduct } from "./add-product.ts";
import type { Product } from "./product.ts";
import { createWorld, type World } from "./world.ts";

/** An empty British shop whose clock stands at 2026-11-22 23:59:59. */
export function smallWorld({ currencyCode = "GBP" } = {}): World {
  return createWorld({
    name: "Tea & Co",
    domain: "tea.myshopify.com",
    email: "owner@example.com",
    currencyCode,
    timeZone: "Europe/London",
    countryCode: "GB",
    plan: "standard",
    nowMs: Date.parse("2026-11-22T23:59:59Z"),
  });
}

/** A product at 12.50. */
export function teaOf(world: World): Product {
  return addProduct(world, {
    title: "Green tea",
    sku: "TEA-1",
    productType: "Tea",
    vendor: "Us",
    priceMinor: 1250,
  });
}
