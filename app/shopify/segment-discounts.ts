import {
  CreateAutomaticDiscountDocument,
  DeleteAutomaticDiscountDocument,
  type DiscountFieldsFragment,
  ListRecentDiscountsDocument,
  ReadDiscountDocument,
  UpdateAutomaticDiscountDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { refusalOf, type Refused, type UserError } from "./user-errors.ts";

/** An automatic discount of some percent on everything, for the members of one segment. */
export interface SegmentDiscount {
  title: string;
  /** 1 to 100. */
  percent: number;
  segmentId: bigint;
}

export interface HeldDiscount extends SegmentDiscount {
  discountId: bigint;
  status: "ACTIVE" | "EXPIRED" | "SCHEDULED";
}

export type DiscountResult = { kind: "saved"; discountId: bigint } | { kind: "gone" } | Refused;

/** Creates it. Not repeated when the answer is lost: look with `findRecentDiscount` before trying again. */
export async function createSegmentDiscount(
  admin: AdminClient,
  { title, percent, segmentId }: SegmentDiscount,
  startsAt: Date,
): Promise<DiscountResult> {
  const discount = {
    title,
    startsAt: startsAt.toISOString(),
    customerGets: { value: { percentage: percent / 100 }, items: { all: true } },
    context: { customerSegments: { add: [gidOf("Segment", segmentId)] } },
  };
  const variables = { discount };
  const { discountAutomaticBasicCreate } = await admin.request(
    CreateAutomaticDiscountDocument,
    variables,
    {
      repeatable: false,
    },
  );
  return resultOf(discountAutomaticBasicCreate);
}

/** Brings title, percent and segment to what is wanted. `held` is what the discount is now. */
export async function updateSegmentDiscount(
  admin: AdminClient,
  held: HeldDiscount,
  wanted: SegmentDiscount,
): Promise<DiscountResult> {
  const moved = held.segmentId !== wanted.segmentId;
  const { discountAutomaticBasicUpdate } = await admin.request(UpdateAutomaticDiscountDocument, {
    id: gidOf("DiscountAutomaticNode", held.discountId),
    discount: {
      title: wanted.title,
      customerGets: { value: { percentage: wanted.percent / 100 }, items: { all: true } },
      ...(moved && {
        context: {
          customerSegments: {
            add: [gidOf("Segment", wanted.segmentId)],
            remove: [gidOf("Segment", held.segmentId)],
          },
        },
      }),
    },
  });
  return resultOf(discountAutomaticBasicUpdate);
}

/** Deletes it. One that is gone already is deleted. */
export async function deleteDiscount(
  admin: AdminClient,
  discountId: bigint,
): Promise<{ kind: "deleted" } | Refused> {
  const id = gidOf("DiscountAutomaticNode", discountId);
  const { discountAutomaticDelete } = await admin.request(DeleteAutomaticDiscountDocument, { id });
  if (isGone(discountAutomaticDelete?.userErrors)) return { kind: "deleted" };
  return refusalOf(discountAutomaticDelete?.userErrors) ?? { kind: "deleted" };
}

/** The discount as it is now; null when it was deleted, or edited into something that is not ours any more. */
export async function readSegmentDiscount(
  admin: AdminClient,
  discountId: bigint,
): Promise<HeldDiscount | null> {
  const { discountNode } = await admin.request(ReadDiscountDocument, {
    id: gidOf("DiscountNode", discountId),
  });
  return discountNode === null ? null : heldDiscountOf(discountNode);
}

/** One of the 50 newest discounts that is for this segment: what a publication that was cut off has left. */
export async function findRecentDiscount(
  admin: AdminClient,
  segmentId: bigint,
): Promise<HeldDiscount | null> {
  const { discountNodes } = await admin.request(ListRecentDiscountsDocument, { first: 50 });
  const ours = discountNodes.nodes
    .map(heldDiscountOf)
    .find((discount) => discount?.segmentId === segmentId);
  return ours ?? null;
}

interface Payload {
  automaticDiscountNode: { id: string } | null;
  userErrors: UserError[];
}

function resultOf(payload: Payload | null): DiscountResult {
  const userErrors = payload?.userErrors;
  if (isGone(userErrors)) return { kind: "gone" };
  const refusal = refusalOf(userErrors);
  if (refusal !== null) return refusal;
  if (!payload?.automaticDiscountNode)
    return { kind: "refused", message: "Shopify gave no discount" };
  return {
    kind: "saved",
    discountId: idOfGid("DiscountAutomaticNode", payload.automaticDiscountNode.id),
  };
}

/** Shopify answers an unknown id with an error of the field "id", and with nothing else. */
function isGone(userErrors: readonly UserError[] | undefined): boolean {
  return userErrors?.some(({ field }) => field?.[0] === "id") ?? false;
}

function heldDiscountOf({ id, discount }: DiscountFieldsFragment): HeldDiscount | null {
  if (discount.__typename !== "DiscountAutomaticBasic") return null;
  const { customerGets, context, title, status } = discount;
  const percentage = "percentage" in customerGets.value ? customerGets.value.percentage : null;
  const segments = "segments" in context ? context.segments : [];
  const [segment] = segments;
  if (percentage === null || segment === undefined || segments.length > 1) return null;
  return {
    // A DiscountNode calls itself by the type it was created as, or by its own: the number is the same.
    discountId: idOfGid(
      "DiscountAutomaticNode",
      id.replace("/DiscountNode/", "/DiscountAutomaticNode/"),
    ),
    title,
    percent: Math.round(percentage * 100),
    segmentId: idOfGid("Segment", segment.id),
    status,
  };
}
