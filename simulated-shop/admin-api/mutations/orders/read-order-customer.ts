import { addCustomer } from "../../../world/add-customer.ts";
import type { Customer } from "../../../world/customer.ts";
import { parseGid } from "../../../world/gid.ts";
import type { World } from "../../../world/world.ts";
import { userError, type UserError } from "../user-error.ts";
import type { OrderCreateInput } from "./order-create-input.ts";

type Buyer = { readonly customer: Customer | null; readonly email: string };

/**
 * Whose order it is, as something to carry out once everything else is right: a customer who is named, one who is made
 * from what the input says (the e-mail alone is enough), or a guest.
 */
export function readOrderCustomer(
  world: World,
  { customer, customerId, email, phone }: OrderCreateInput,
): { userError: UserError } | { findOrCreate: () => Buyer } {
  if (customer != null && customerId != null)
    return {
      userError: userError(
        ["order"],
        "Only one of customer or customerId can be provided.",
        "REDUNDANT_CUSTOMER_FIELDS",
      ),
    };
  const wanted = customer?.toAssociate ?? (customerId == null ? null : { id: customerId });
  if (wanted != null) {
    const found = findWanted(world, wanted);
    if (found === undefined)
      return {
        userError: userError(
          ["order", customerId == null ? "customer" : "customerId"],
          "Customer does not exist",
          "INVALID",
        ),
      };
    return { findOrCreate: () => ({ customer: found, email: email ?? found.email }) };
  }
  const facts = customer?.toUpsert;
  const known = facts?.id == null ? undefined : findWanted(world, { id: facts.id });
  const address = facts?.email ?? email ?? "";
  if (address === "" && facts == null && phone == null)
    return { findOrCreate: () => ({ customer: null, email: "" }) };
  return {
    findOrCreate: () => ({
      email: address,
      customer:
        known ??
        world.customersByEmail.get(address) ??
        addCustomer(world, {
          email: address,
          firstName: facts?.firstName ?? "",
          lastName: facts?.lastName ?? "",
          note: facts?.note ?? null,
          tags: facts?.tags ?? [],
          ...((facts?.phone ?? phone) != null && {
            rare: { phone: facts?.phone ?? phone ?? null },
          }),
        }),
    }),
  };
}

function findWanted(
  world: World,
  { id, email }: { id?: string | null | undefined; email?: string | null | undefined },
): Customer | undefined {
  const gid = id == null ? null : parseGid(id);
  if (gid?.type === "Customer") return world.customers.get(gid.id);
  return email == null ? undefined : world.customersByEmail.get(email);
}
