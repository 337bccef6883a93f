import {
  listCountries,
  listProductChoices,
  listProductTypes,
} from "../../persistence/rule-choices.ts";
import type { Shop } from "../../persistence/shops.ts";
import { listCustomerFields, type CustomerField } from "../../shopify/list-customer-fields.ts";
import { ShopifyCallFailed } from "../../shopify/shopify-call-failed.ts";
import type { App } from "../app.ts";
import { readLiveProgram } from "../scoring/live-program.ts";

/** What the conditions of a rule can be chosen from in this shop. */
export interface RuleChoices {
  currencyCode: string;
  windowDays: number;
  levels: number;
  tiers: { key: string; name: string }[];
  groups: { key: string; name: string }[];
  products: { id: string; title: string }[];
  productTypes: string[];
  countries: string[];
  fields: CustomerField[];
}

const mostChoices = 500;

export async function readRuleChoices(app: App, record: Shop): Promise<RuleChoices> {
  const { shop, currencyCode } = record;
  const program = await readLiveProgram(app, record);
  const [products, productTypes, countries, fields] = await Promise.all([
    listProductChoices(app.db, shop, mostChoices),
    listProductTypes(app.db, shop, mostChoices),
    listCountries(app.db, shop),
    readFields(app, shop),
  ]);
  return {
    currencyCode,
    windowDays: program.definition.windowDays,
    levels: program.definition.levels ?? 5,
    tiers: program.tiers.map(({ key, name }) => ({ key, name })),
    groups: program.groups.map(({ key, name }) => ({ key, name })),
    products: products.map(({ productId, title }) => ({ id: String(productId), title })),
    productTypes,
    countries,
    fields,
  };
}

/** The rest of a rule can be made while Shopify does not answer. */
async function readFields(app: App, shop: string): Promise<CustomerField[]> {
  try {
    return await listCustomerFields(await app.adminOf(shop));
  } catch (error) {
    if (error instanceof ShopifyCallFailed) return [];
    throw error;
  }
}
