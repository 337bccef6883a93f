import { changeCustomerTags } from "../../world/change-customer-tags.ts";
import { parseGid } from "../../world/gid.ts";
import { MAX_TAGS, normalizeTags } from "../../world/tags.ts";
import { updateCustomer } from "../../world/update-customer.ts";
import type { RequestContext } from "../field-resolver.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { userError, type UserError } from "./user-error.ts";

type CustomerInput = {
  id?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  note?: string | null;
  tags?: readonly string[] | null;
};

const MAX_NOTE_CHARACTERS = 5_000;
const ANSWERED_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "firstName",
  "lastName",
  "note",
  "tags",
]);

/** `customerUpdate` of names, note and tags. Its `tags` replace all tags, other apps' as well. */
export function customerUpdate(
  _root: unknown,
  { input }: { input: CustomerInput },
  { shop: { world } }: RequestContext,
) {
  const unanswered = Object.keys(input).find((field) => !ANSWERED_FIELDS.has(field));
  if (unanswered !== undefined) throw unansweredError("CustomerInput", unanswered);
  const gid = input.id == null ? null : parseGid(input.id);
  const customer = gid?.type === "Customer" ? world.customers.get(gid.id) : undefined;
  if (customer === undefined)
    return { customer: null, userErrors: [userError(["id"], "Customer does not exist")] };
  const userErrors = problemsWith(input);
  if (userErrors.length > 0) return { customer: null, userErrors };

  if (input.tags != null) changeCustomerTags(world, customer, input.tags);
  const changes = {
    ...(input.firstName !== undefined && { firstName: input.firstName ?? "" }),
    ...(input.lastName !== undefined && { lastName: input.lastName ?? "" }),
    ...(input.note !== undefined && { note: input.note }),
  };
  if (Object.keys(changes).length > 0) updateCustomer(world, customer, changes);
  return { customer, userErrors: [] };
}

function problemsWith({ note, tags }: CustomerInput): UserError[] {
  const errors: UserError[] = [];
  if (note != null && note.length > MAX_NOTE_CHARACTERS) {
    errors.push(
      userError(["note"], `Note is too long (maximum is ${MAX_NOTE_CHARACTERS} characters)`),
    );
  }
  if (normalizeTags(tags ?? []).length > MAX_TAGS) {
    errors.push(userError(["tags"], `Tags cannot be more than ${MAX_TAGS}`));
  }
  return errors;
}
