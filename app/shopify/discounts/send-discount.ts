import {
  CreateAutomaticBasicDiscountDocument,
  CreateAutomaticBxgyDiscountDocument,
  CreateAutomaticFreeShippingDiscountDocument,
  CreateCodeBasicDiscountDocument,
  CreateCodeBxgyDiscountDocument,
  CreateCodeFreeShippingDiscountDocument,
  UpdateAutomaticBasicDiscountDocument,
  UpdateAutomaticBxgyDiscountDocument,
  UpdateAutomaticFreeShippingDiscountDocument,
  UpdateCodeBasicDiscountDocument,
  UpdateCodeBxgyDiscountDocument,
  UpdateCodeFreeShippingDiscountDocument,
} from "../../generated/admin/operations.ts";
import type { AdminClient } from "../admin-client.ts";
import type { UserError } from "../user-errors.ts";
import {
  basicInput,
  bxgyInput,
  codeInput,
  commonInput,
  freeShippingInput,
  minimumInput,
} from "./discount-input.ts";
import type { SegmentDiscount } from "./discount-terms.ts";

/** What every creating and updating mutation answers. */
export interface DiscountPayload {
  nodeGid: string | null;
  userErrors: UserError[];
}

interface Answer {
  automaticDiscountNode?: { id: string } | null;
  codeDiscountNode?: { id: string } | null;
  userErrors: UserError[];
}

/** Shopify has a mutation of its own for each of six kinds. A creation is not repeated when its answer is lost. */
const once = { repeatable: false };

export async function sendNewDiscount(
  admin: AdminClient,
  wanted: SegmentDiscount,
): Promise<DiscountPayload | null> {
  const { offer } = wanted.terms;
  const isAutomatic = wanted.terms.code === null;
  const common = commonInput(wanted, null);
  const withCode = { ...common, ...codeInput(wanted) };
  switch (offer.kind) {
    case "percentage":
    case "amount": {
      const rule = { ...basicInput(offer, null), ...minimumInput(wanted) };
      if (isAutomatic)
        return payloadOf(
          (
            await admin.request(
              CreateAutomaticBasicDiscountDocument,
              { discount: { ...common, ...rule } },
              once,
            )
          ).discountAutomaticBasicCreate,
        );
      return payloadOf(
        (
          await admin.request(
            CreateCodeBasicDiscountDocument,
            { discount: { ...withCode, ...rule } },
            once,
          )
        ).discountCodeBasicCreate,
      );
    }
    case "free-shipping": {
      const rule = { ...freeShippingInput(offer), ...minimumInput(wanted) };
      if (isAutomatic)
        return payloadOf(
          (
            await admin.request(
              CreateAutomaticFreeShippingDiscountDocument,
              { discount: { ...common, ...rule } },
              once,
            )
          ).discountAutomaticFreeShippingCreate,
        );
      return payloadOf(
        (
          await admin.request(
            CreateCodeFreeShippingDiscountDocument,
            { discount: { ...withCode, ...rule } },
            once,
          )
        ).discountCodeFreeShippingCreate,
      );
    }
    case "buy-x-get-y": {
      const rule = bxgyInput(offer, null);
      const { usesPerOrder } = offer;
      if (isAutomatic)
        return payloadOf(
          (
            await admin.request(
              CreateAutomaticBxgyDiscountDocument,
              { discount: { ...common, ...rule, usesPerOrderLimit: textOf(usesPerOrder) } },
              once,
            )
          ).discountAutomaticBxgyCreate,
        );
      return payloadOf(
        (
          await admin.request(
            CreateCodeBxgyDiscountDocument,
            { discount: { ...withCode, ...rule, usesPerOrderLimit: usesPerOrder } },
            once,
          )
        ).discountCodeBxgyCreate,
      );
    }
  }
}

/** `former` = what Shopify has, of the same method and kind. */
export async function sendChangedDiscount(
  admin: AdminClient,
  id: string,
  wanted: SegmentDiscount,
  former: SegmentDiscount,
): Promise<DiscountPayload | null> {
  const { offer } = wanted.terms;
  const isAutomatic = wanted.terms.code === null;
  const common = commonInput(wanted, former);
  const withCode = { ...common, ...codeInput(wanted) };
  switch (offer.kind) {
    case "percentage":
    case "amount": {
      const rule = { ...basicInput(offer, former), ...minimumInput(wanted) };
      return payloadOf(
        isAutomatic
          ? (
              await admin.request(UpdateAutomaticBasicDiscountDocument, {
                id,
                discount: { ...common, ...rule },
              })
            ).discountAutomaticBasicUpdate
          : (
              await admin.request(UpdateCodeBasicDiscountDocument, {
                id,
                discount: { ...withCode, ...rule },
              })
            ).discountCodeBasicUpdate,
      );
    }
    case "free-shipping": {
      const rule = { ...freeShippingInput(offer), ...minimumInput(wanted) };
      return payloadOf(
        isAutomatic
          ? (
              await admin.request(UpdateAutomaticFreeShippingDiscountDocument, {
                id,
                discount: { ...common, ...rule },
              })
            ).discountAutomaticFreeShippingUpdate
          : (
              await admin.request(UpdateCodeFreeShippingDiscountDocument, {
                id,
                discount: { ...withCode, ...rule },
              })
            ).discountCodeFreeShippingUpdate,
      );
    }
    case "buy-x-get-y": {
      const rule = bxgyInput(offer, former);
      const { usesPerOrder } = offer;
      return payloadOf(
        isAutomatic
          ? (
              await admin.request(UpdateAutomaticBxgyDiscountDocument, {
                id,
                discount: { ...common, ...rule, usesPerOrderLimit: textOf(usesPerOrder) },
              })
            ).discountAutomaticBxgyUpdate
          : (
              await admin.request(UpdateCodeBxgyDiscountDocument, {
                id,
                discount: { ...withCode, ...rule, usesPerOrderLimit: usesPerOrder },
              })
            ).discountCodeBxgyUpdate,
      );
    }
  }
}

function payloadOf(answer: Answer | null): DiscountPayload | null {
  if (answer === null) return null;
  const node = answer.automaticDiscountNode ?? answer.codeDiscountNode ?? null;
  return { nodeGid: node?.id ?? null, userErrors: answer.userErrors };
}

function textOf(count: number | null): string | null {
  return count === null ? null : String(count);
}
