import type { Customer, RareCustomerFacts } from "./customer.ts";
import { normalizeTags, sortTags } from "./tags.ts";
import { newActionId, type World } from "./world.ts";

export type NewCustomer = {
  id?: number;
  email: string;
  firstName?: string;
  lastName?: string;
  countryCode?: string;
  acceptsMarketing?: boolean;
  createdAtMs?: number;
  tags?: readonly string[];
  note?: string | null;
  rare?: RareCustomerFacts | null;
};

const NONE: readonly never[] = [];

/** Puts a customer that exists already into the world, silently: for loading. */
export function loadCustomer(world: World, given: NewCustomer): Customer {
  if (given.email !== "" && world.customersByEmail.has(given.email)) {
    throw new RangeError(`There is a customer with the e-mail ${given.email} already.`);
  }
  const id = given.id ?? world.ids.take("Customer");
  world.ids.keepAbove("Customer", id);
  const createdAtMs = given.createdAtMs ?? world.clock.nowMs();
  const customer: Customer = {
    gidType: "Customer",
    id,
    email: given.email,
    firstName: given.firstName ?? "",
    lastName: given.lastName ?? "",
    countryCode: given.countryCode ?? "",
    acceptsMarketing: given.acceptsMarketing ?? false,
    note: given.note ?? null,
    createdAtMs,
    updatedAtMs: createdAtMs,
    tags:
      given.tags === undefined || given.tags.length === 0
        ? NONE
        : sortTags(normalizeTags(given.tags)),
    metafields: [],
    orders: [],
    rare: given.rare ?? null,
  };
  world.customers.set(id, customer);
  if (customer.email !== "") world.customersByEmail.set(customer.email, customer);
  world.revision += 1;
  return customer;
}

/** A new customer now. Emits customer-created. */
export function addCustomer(world: World, given: NewCustomer): Customer {
  const customer = loadCustomer(world, given);
  world.events.emit({ kind: "customer-created", actionId: newActionId(world), customer });
  return customer;
}
