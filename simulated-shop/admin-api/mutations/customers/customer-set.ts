import type { Customer } from "../../../world/customer.ts";
import type { World } from "../../../world/world.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import { userError, type UserError } from "../user-error.ts";
import { customerCreate } from "./customer-create.ts";
import { normalizeEmail, normalizePhone, type CustomerInput } from "./customer-input.ts";
import { customerUpdate } from "./customer-update.ts";
import { findCustomer } from "./find-customer.ts";

type Identifier = {
  id?: string | null;
  email?: string | null;
  phone?: string | null;
  customId?: unknown;
};
type CustomerSetArgs = { identifier?: Identifier | null; input: CustomerInput };

/** `customerSet`: changes the customer the identifier finds, or makes one. Only an id has to be known. */
export function customerSet(
  root: unknown,
  { identifier, input }: CustomerSetArgs,
  context: RequestContext,
) {
  if (identifier?.customId != null) throw unansweredError("CustomerSetIdentifiers", "customId");
  if (identifier != null && input.id != null)
    return refuse("The id field is not allowed if identifier is provided.", "ID_NOT_ALLOWED");
  const id = identifier?.id ?? input.id;
  const known = findIdentified(context.shop.world, { ...identifier, id: id ?? null });
  if (id != null && known === undefined)
    return refuse("Resource matching the identifier was not found.", "NOT_FOUND");
  const outcome: { customer: Customer | null; userErrors: readonly Told[] } =
    known === undefined
      ? customerCreate(root, { input }, context)
      : customerUpdate(
          root,
          { input: { ...input, id: `gid://shopify/Customer/${known.id}` } },
          context,
        );
  return { customer: outcome.customer, userErrors: outcome.userErrors.map(inSetsWords) };
}

function findIdentified(world: World, { id, email, phone }: Identifier): Customer | undefined {
  if (id != null) return findCustomer(world, id);
  if (email != null) return world.customersByEmail.get(normalizeEmail(email));
  if (phone == null) return undefined;
  const wanted = normalizePhone(phone);
  return [...world.customers.values()].find(({ rare }) => rare?.phone === wanted);
}

function refuse(message: string, code: string) {
  return { customer: null, userErrors: [userError(["input"], message, code)] };
}

type Told = Pick<UserError, "field" | "message">;

/** `customerSet` counts its fields from `input` and has codes, which the other mutations of customers lack. */
function inSetsWords({ field, message }: Told): UserError {
  const code = message.includes("already been taken")
    ? "TAKEN"
    : message.includes("too long")
      ? "TOO_LONG"
      : "INVALID";
  return userError(["input", ...(field ?? [])], message, code);
}
