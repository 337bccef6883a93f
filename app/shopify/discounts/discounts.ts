import {
  ActivateAutomaticDiscountDocument,
  ActivateCodeDiscountDocument,
  CountActiveAutomaticDiscountsDocument,
  DeactivateAutomaticDiscountDocument,
  DeactivateCodeDiscountDocument,
  DeleteAutomaticDiscountDocument,
  DeleteCodeDiscountDocument,
  type DiscountFieldsFragment,
  FindDiscountByCodeDocument,
  ListRecentDiscountsDocument,
  ReadDiscountDocument,
} from "../../generated/admin/operations.ts";
import type { AdminClient } from "../admin-client.ts";
import { gidOf, idOfGid, type GidType } from "../gid.ts";
import { refusalOf, type Refused, type UserError } from "../user-errors.ts";
import { methodOf, type DiscountMethod, type SegmentDiscount } from "./discount-terms.ts";
import { sendChangedDiscount, sendNewDiscount, type DiscountPayload } from "./send-discount.ts";

export interface HeldDiscount {
  discountId: bigint;
  method: DiscountMethod;
  title: string;
  status: "ACTIVE" | "EXPIRED" | "SCHEDULED";
  tags: string[];
  /** As Shopify counts it, some minutes late. */
  redemptions: number;
}

export type DiscountResult = { kind: "saved"; discountId: bigint } | { kind: "gone" } | Refused;

/** Shopify's limit for one shop, whoever made them. */
export const mostActiveAutomaticDiscounts = 25;

const typeOf = {
  automatic: "DiscountAutomaticNode",
  code: "DiscountCodeNode",
} as const satisfies Record<DiscountMethod, GidType>;

/** Creates it. Not repeated when the answer is lost: look with `findRecentDiscount` before trying again. */
export async function createDiscount(
  admin: AdminClient,
  wanted: SegmentDiscount,
): Promise<DiscountResult> {
  return resultOf(methodOf(wanted.terms), await sendNewDiscount(admin, wanted));
}

/** Changes all of its terms and its segment. `former` is of the same method and kind. */
export async function updateDiscount(
  admin: AdminClient,
  discountId: bigint,
  wanted: SegmentDiscount,
  former: SegmentDiscount,
): Promise<DiscountResult> {
  const method = methodOf(wanted.terms);
  const id = gidOf(typeOf[method], discountId);
  return resultOf(method, await sendChangedDiscount(admin, id, wanted, former));
}

/** Begins it now, without an end. */
export async function activateDiscount(
  admin: AdminClient,
  method: DiscountMethod,
  discountId: bigint,
): Promise<DiscountResult> {
  const variables = { id: gidOf(typeOf[method], discountId) };
  const payload =
    method === "automatic"
      ? (await admin.request(ActivateAutomaticDiscountDocument, variables))
          .discountAutomaticActivate
      : (await admin.request(ActivateCodeDiscountDocument, variables)).discountCodeActivate;
  return switchedTo(discountId, payload?.userErrors);
}

/** Ends it now; it can begin again. */
export async function deactivateDiscount(
  admin: AdminClient,
  method: DiscountMethod,
  discountId: bigint,
): Promise<DiscountResult> {
  const variables = { id: gidOf(typeOf[method], discountId) };
  const payload =
    method === "automatic"
      ? (await admin.request(DeactivateAutomaticDiscountDocument, variables))
          .discountAutomaticDeactivate
      : (await admin.request(DeactivateCodeDiscountDocument, variables)).discountCodeDeactivate;
  return switchedTo(discountId, payload?.userErrors);
}

/** Deletes it. One that is gone already is deleted. */
export async function deleteDiscount(
  admin: AdminClient,
  method: DiscountMethod,
  discountId: bigint,
): Promise<{ kind: "deleted" } | Refused> {
  const variables = { id: gidOf(typeOf[method], discountId) };
  const payload =
    method === "automatic"
      ? (await admin.request(DeleteAutomaticDiscountDocument, variables)).discountAutomaticDelete
      : (await admin.request(DeleteCodeDiscountDocument, variables)).discountCodeDelete;
  if (isGone(payload?.userErrors)) return { kind: "deleted" };
  return refusalOf(payload?.userErrors) ?? { kind: "deleted" };
}

/** The discount as it is now; null when it was deleted, or is a kind we never make. */
export async function readDiscount(
  admin: AdminClient,
  discountId: bigint,
): Promise<HeldDiscount | null> {
  const id = gidOf("DiscountNode", discountId);
  const { discountNode } = await admin.request(ReadDiscountDocument, { id });
  return discountNode === null ? null : heldDiscountOf(discountNode);
}

/** One of the 50 newest discounts that carries the tag: what a publication that was cut off has left. */
export async function findRecentDiscount(
  admin: AdminClient,
  tag: string,
): Promise<HeldDiscount | null> {
  const { discountNodes } = await admin.request(ListRecentDiscountsDocument, { first: 50 });
  const held = discountNodes.nodes.map(heldDiscountOf);
  return held.find((discount) => discount?.tags.includes(tag) ?? false) ?? null;
}

/** The discount a code belongs to, whoever made it. Codes ignore case. */
export async function findDiscountWithCode(
  admin: AdminClient,
  code: string,
): Promise<bigint | null> {
  const { codeDiscountNodeByCode } = await admin.request(FindDiscountByCodeDocument, { code });
  return codeDiscountNodeByCode === null
    ? null
    : idOfGid("DiscountCodeNode", codeDiscountNodeByCode.id);
}

/** How many automatic discounts apply just now, those of the merchant and of other apps included. */
export async function countActiveAutomaticDiscounts(admin: AdminClient): Promise<number> {
  const query = "method:automatic status:active";
  const { discountNodesCount } = await admin.request(CountActiveAutomaticDiscountsDocument, {
    query,
  });
  return discountNodesCount?.count ?? 0;
}

function resultOf(method: DiscountMethod, payload: DiscountPayload | null): DiscountResult {
  const userErrors = payload?.userErrors;
  if (isGone(userErrors)) return { kind: "gone" };
  const refusal = refusalOf(userErrors);
  if (refusal !== null) return refusal;
  if (!payload?.nodeGid) return { kind: "refused", message: "Shopify gave no discount" };
  return { kind: "saved", discountId: idOfGid(typeOf[method], payload.nodeGid) };
}

function switchedTo(discountId: bigint, userErrors: UserError[] | undefined): DiscountResult {
  if (isGone(userErrors)) return { kind: "gone" };
  return refusalOf(userErrors) ?? { kind: "saved", discountId };
}

/** Shopify answers an unknown id with an error of the field "id", and with nothing else. */
function isGone(userErrors: readonly UserError[] | undefined): boolean {
  return userErrors?.some(({ field }) => field?.[0] === "id") ?? false;
}

function heldDiscountOf({ id, discount }: DiscountFieldsFragment): HeldDiscount | null {
  if (!("tags" in discount)) return null;
  const { title, status, tags, asyncUsageCount } = discount;
  const method = discount.__typename.startsWith("DiscountCode") ? "code" : "automatic";
  // A DiscountNode calls itself by the type it was created as, or by its own: the number is the same.
  const [number = ""] = /\d+$/.exec(id) ?? [];
  return {
    discountId: BigInt(number),
    method,
    title,
    status,
    tags,
    redemptions: asyncUsageCount,
  };
}
