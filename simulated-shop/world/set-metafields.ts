import { findMetafield, type Metafield, type MetafieldOwner } from "./metafield.ts";
import { touchCustomer } from "./update-customer.ts";
import { newActionId, type World } from "./world.ts";

export type MetafieldChange = {
  owner: MetafieldOwner;
  namespace: string;
  key: string;
  type: string;
  value: string;
};

/**
 * Writes metafields and returns them in the same order. Customers changed by it get a later updatedAt and
 * customer-updated; writing the value that is already there changes nothing.
 */
export function setMetafields(world: World, changes: readonly MetafieldChange[]): Metafield[] {
  const changedOwners = new Set<MetafieldOwner>();
  const written = changes.map((change) => {
    const existing = findMetafield(change.owner, change.namespace, change.key);
    if (existing?.value === change.value && existing.type === change.type) return { ...existing };
    changedOwners.add(change.owner);
    const written = existing === null ? append(world, change) : overwrite(world, existing, change);
    // A later entry for the same metafield overwrites it; each entry of the answer shows what it wrote.
    return { ...written };
  });
  announceChangedOwners(world, changedOwners);
  return written;
}

/** Removes a metafield. Returns false when there is none. */
export function deleteMetafield(
  world: World,
  owner: MetafieldOwner,
  namespace: string,
  key: string,
): boolean {
  const existing = findMetafield(owner, namespace, key);
  if (existing === null) return false;
  owner.metafields = owner.metafields.filter((metafield) => metafield !== existing);
  announceChangedOwners(world, new Set([owner]));
  return true;
}

function append(world: World, { owner, namespace, key, type, value }: MetafieldChange): Metafield {
  const nowMs = world.clock.nowMs();
  const metafield: Metafield = {
    gidType: "Metafield",
    id: world.ids.take("Metafield"),
    namespace,
    key,
    type,
    value,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
  owner.metafields = [...owner.metafields, metafield];
  return metafield;
}

function overwrite(
  world: World,
  metafield: Metafield,
  { type, value }: MetafieldChange,
): Metafield {
  metafield.type = type;
  metafield.value = value;
  metafield.updatedAtMs = world.clock.nowMs();
  return metafield;
}

function announceChangedOwners(world: World, owners: ReadonlySet<MetafieldOwner>): void {
  if (owners.size === 0) return;
  world.revision += 1;
  const actionId = newActionId(world);
  for (const owner of owners) {
    const customer = owner.gidType === "Customer" ? world.customers.get(owner.id) : undefined;
    if (customer === undefined) continue;
    touchCustomer(world, customer);
    world.events.emit({ kind: "customer-updated", actionId, customer });
  }
}
