import { z } from "zod";
import {
  changeDiscount,
  deleteDiscountRow,
  findDiscount,
  type DiscountWish,
} from "../../../persistence/discounts.ts";
import type { App } from "../../app.ts";
import { requireShop } from "../../require-shop.ts";
import { readLiveProgram } from "../../scoring/live-program.ts";
import { readWantedSegments } from "../wanted-labels.ts";
import { storedDiscountOf, type StoredDiscount } from "./stored-discount.ts";

/** "resume" also begins anew what has ended, "retry" tries again what Shopify refused. */
const steps = ["pause", "resume", "retry", "end", "delete"] as const;
export type DiscountStep = (typeof steps)[number];

export type SteerDiscountResult =
  | { kind: "done" }
  /** It is not in a state for this step, or its label is gone, or it is still in Shopify. */
  | { kind: "refused" };

const stepSchema = z.enum(steps);
const wishOf: Record<Exclude<DiscountStep, "delete">, DiscountWish> = {
  pause: { state: "paused" },
  resume: { state: "running", endReason: null },
  retry: {},
  end: { state: "ended", endReason: "by-hand" },
};

/** Pauses, resumes, ends or forgets a discount. */
export async function steerDiscount(
  app: App,
  shop: string,
  id: string,
  input: unknown,
): Promise<SteerDiscountResult> {
  const record = await requireShop(app, shop);
  const step = stepSchema.safeParse(input);
  const row = z.uuid().safeParse(id).success ? await findDiscount(app.db, shop, id) : null;
  if (!step.success || row === null) return { kind: "refused" };
  const discount = storedDiscountOf(row);
  const labels = await readWantedSegments(app, shop, await readLiveProgram(app, record));
  const hasLabel = labels.some(
    ({ family, key }) => family === discount.family && key === discount.labelKey,
  );
  if (!isPossible(step.data, discount, hasLabel)) return { kind: "refused" };
  const wish = step.data === "delete" ? null : wishOf[step.data];
  await app.db.$transaction(async (tx) => {
    if (wish === null) await deleteDiscountRow(tx, shop, id);
    else await changeDiscount(tx, shop, id, wish, new Date());
    await app.enqueue(tx, "publish", { shop });
  });
  return { kind: "done" };
}

/** Which steps are offered. */
export function possibleSteps(discount: StoredDiscount, hasLabel: boolean): DiscountStep[] {
  return steps.filter((step) => isPossible(step, discount, hasLabel));
}

function isPossible(
  step: DiscountStep,
  { state, problem, shopifyId }: StoredDiscount,
  hasLabel: boolean,
): boolean {
  switch (step) {
    case "pause":
      return state === "running";
    case "resume":
      return state !== "running" && hasLabel;
    case "retry":
      return problem !== null;
    case "end":
      return state !== "ended";
    case "delete":
      return state === "ended" && shopifyId === null;
  }
}
