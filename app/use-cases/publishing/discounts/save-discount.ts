import { z } from "zod";
import {
  changeDiscount,
  findDiscount,
  insertDiscount,
  listDiscounts,
} from "../../../persistence/discounts.ts";
import type { TagFamily } from "../../../persistence/label-tags.ts";
import type { AdminClient } from "../../../shopify/admin-client.ts";
import {
  countActiveAutomaticDiscounts,
  findDiscountWithCode,
  mostActiveAutomaticDiscounts,
} from "../../../shopify/discounts/discounts.ts";
import { ShopifyCallFailed } from "../../../shopify/shopify-call-failed.ts";
import type { App } from "../../app.ts";
import { formProblemsOf } from "../../form-problems.ts";
import { requireShop } from "../../require-shop.ts";
import { readLiveProgram } from "../../scoring/live-program.ts";
import { readWantedSegments } from "../wanted-labels.ts";
import { storedDiscountOf, type StoredDiscount } from "./stored-discount.ts";
import { termsSchema, type Terms } from "./terms.ts";

export interface DiscountForm {
  /** Chosen by the form, so that sending it twice makes one discount. */
  id: string;
  family: TagFamily;
  labelKey: string;
  terms: Terms;
}

export interface DiscountProblem {
  /** As in the form: "labelKey", "terms.title", "terms.offer.percent". */
  field: string;
  /** A word: see terms.ts, and "unknown-label", "code-taken", "limit-reached". */
  problem: string;
}

export type SaveDiscountResult =
  { kind: "saved"; id: string } | { kind: "refused"; problems: DiscountProblem[] };

const formSchema = z.strictObject({
  id: z.uuid(),
  family: z.enum(["tier", "group", "list"]),
  labelKey: z.string(),
  terms: termsSchema,
}) satisfies z.ZodType<DiscountForm>;

/** Saves a new discount or new terms of one, and starts bringing Shopify in step. */
export async function saveDiscount(
  app: App,
  shop: string,
  input: unknown,
): Promise<SaveDiscountResult> {
  const record = await requireShop(app, shop);
  const form = formSchema.safeParse(input);
  if (!form.success) return { kind: "refused", problems: formProblemsOf(form.error) };
  const { id, family, labelKey, terms } = form.data;
  const labels = await readWantedSegments(app, shop, await readLiveProgram(app, record));
  if (!labels.some((label) => label.family === family && label.key === labelKey))
    return refused("labelKey", "unknown-label");
  const row = await findDiscount(app.db, shop, id);
  const stored = row === null ? null : storedDiscountOf(row);
  if (stored !== null && isSame(stored, form.data)) return { kind: "saved", id };
  const objection = await objectionTo(app, shop, form.data, stored);
  if (objection !== null) return objection;

  await app.db.$transaction(async (tx) => {
    if (stored === null)
      await insertDiscount(tx, shop, { id, family, labelKey, terms }, new Date());
    else await changeDiscount(tx, shop, id, { family, labelKey, terms }, new Date());
    await app.enqueue(tx, "publish", { shop });
  });
  return { kind: "saved", id };
}

function isSame(stored: StoredDiscount, { family, labelKey, terms }: DiscountForm): boolean {
  const { problem } = stored;
  return (
    problem === null &&
    stored.family === family &&
    stored.labelKey === labelKey &&
    JSON.stringify(stored.terms) === JSON.stringify(terms)
  );
}

/** What Shopify would refuse, asked before it is. When it does not answer, the publication will say. */
async function objectionTo(
  app: App,
  shop: string,
  { id, terms: { method } }: DiscountForm,
  stored: StoredDiscount | null,
): Promise<SaveDiscountResult | null> {
  try {
    const admin = await app.adminOf(shop);
    if (method.kind === "code")
      return (await isCodeTaken(app, shop, id, method.code, admin, stored))
        ? refused("terms.method.code", "code-taken")
        : null;
    if (stored?.published?.terms.method.kind === "automatic") return null;
    const active = await countActiveAutomaticDiscounts(admin);
    return active >= mostActiveAutomaticDiscounts ? refused("terms.method", "limit-reached") : null;
  } catch (error) {
    if (error instanceof ShopifyCallFailed) return null;
    throw error;
  }
}

async function isCodeTaken(
  app: App,
  shop: string,
  id: string,
  code: string,
  admin: AdminClient,
  stored: StoredDiscount | null,
): Promise<boolean> {
  const others = (await listDiscounts(app.db, shop)).map(storedDiscountOf);
  const isOurs = others.some(
    ({ id: otherId, state, terms: { method } }) =>
      otherId !== id &&
      state !== "ended" &&
      method.kind === "code" &&
      method.code.toLowerCase() === code.toLowerCase(),
  );
  if (isOurs) return true;
  const holder = await findDiscountWithCode(admin, code);
  return holder !== null && holder !== stored?.shopifyId;
}

function refused(field: string, problem: string): SaveDiscountResult {
  return { kind: "refused", problems: [{ field, problem }] };
}
