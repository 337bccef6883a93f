import { MAX_TAGS, normalizeTags, sortTags } from "../../../world/tags.ts";
import { updateOrder, type OrderChanges } from "../../../world/update-order.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import { userError, type UserError } from "../user-error.ts";
import { findOrder, orderDoesNotExist } from "./find-order.ts";

type OrderInput = {
  id: string;
  email?: string | null;
  note?: string | null;
  phone?: string | null;
  poNumber?: string | null;
  tags?: readonly string[] | null;
  customAttributes?: readonly { key: string; value: string }[] | null;
};

const ANSWERED_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "email",
  "note",
  "phone",
  "poNumber",
  "tags",
  "customAttributes",
]);

/** `orderUpdate`: its `tags` replace all tags. */
export function orderUpdate(
  _root: unknown,
  { input }: { input: OrderInput },
  { shop: { world } }: RequestContext,
) {
  const order = findOrder(world, input.id);
  if (order === undefined) return { order: null, userErrors: [orderDoesNotExist("id")] };
  const given = Object.keys(input).filter((field) => field !== "id");
  if (given.length === 0)
    return {
      order,
      userErrors: [userError(null, "No valid update parameters have been provided")],
    };
  const unanswered = given.find((field) => !ANSWERED_FIELDS.has(field));
  if (unanswered !== undefined) throw unansweredError("OrderInput", unanswered);
  const userErrors = problemsWith(input);
  if (userErrors.length > 0) return { order, userErrors };
  updateOrder(world, order, changesOf(input));
  return { order, userErrors: [] };
}

function problemsWith({ phone, tags }: OrderInput): UserError[] {
  const errors: UserError[] = [];
  if (phone != null && phone !== "" && !/^\+?[\d\s().-]{6,}$/.test(phone))
    errors.push(userError(["phone"], "Phone is invalid"));
  if (normalizeTags(tags ?? []).length > MAX_TAGS)
    errors.push(userError(["tags"], `Tags cannot be more than ${MAX_TAGS}`));
  return errors;
}

function changesOf({
  email,
  note,
  tags,
  phone,
  poNumber,
  customAttributes,
}: OrderInput): OrderChanges {
  const rare = {
    ...(phone !== undefined && { phone }),
    ...(poNumber !== undefined && { poNumber }),
    ...(customAttributes != null && { customAttributes }),
  };
  return {
    ...(email !== undefined && { email: email ?? "" }),
    ...(note !== undefined && { note }),
    ...(tags != null && { tags: sortTags(normalizeTags(tags)) }),
    ...(Object.keys(rare).length > 0 && { rare }),
  };
}
