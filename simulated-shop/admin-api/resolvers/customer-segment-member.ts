import type { Customer } from "../../world/customer.ts";
import { gidOf } from "../../world/gid.ts";
import type { TypeResolvers } from "../field-resolver.ts";
import { customerResolvers } from "./customer.ts";

/** A customer seen as a member of a segment: an id of its own type, and the fields a segment list has. */
export const customerSegmentMemberResolvers = {
  id: ({ id }: Customer) => gidOf("CustomerSegmentMember", id),
  displayName: customerResolvers.displayName,
  firstName: customerResolvers.firstName,
  lastName: customerResolvers.lastName,
  defaultEmailAddress: customerResolvers.defaultEmailAddress,
  defaultPhoneNumber: customerResolvers.defaultPhoneNumber,
  defaultAddress: customerResolvers.defaultAddress,
  mergeable: customerResolvers.mergeable,
  note: customerResolvers.note,
  amountSpent: customerResolvers.amountSpent,
  numberOfOrders: customerResolvers.numberOfOrders,
  metafield: customerResolvers.metafield,
  metafields: customerResolvers.metafields,
  lastOrderId: ({ orders }: Customer) => {
    const last = orders.at(-1);
    return last === undefined ? null : gidOf("Order", last.id);
  },
} satisfies TypeResolvers;
