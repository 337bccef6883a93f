import type { DiscountContext } from "../../world/discount.ts";
import { parseGid } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { userError, type UserError } from "./user-error.ts";

type IdChanges = { add?: readonly string[] | null; remove?: readonly string[] | null };

export type DiscountContextInput = {
  all?: string | null;
  customerSegments?: IdChanges | null;
  customers?: IdChanges | null;
  markets?: unknown;
};

/** Who may use the discount: `add` and `remove` start from what it has now. */
export function readDiscountContext(
  world: World,
  context: DiscountContextInput,
  current: DiscountContext,
  errors: UserError[],
): DiscountContext {
  if (context.markets != null) throw unansweredError("DiscountContextInput", "markets");
  if (context.customerSegments != null) {
    const before = current.kind === "customer-segments" ? current.segmentIds : [];
    const known = (id: number) => world.segments.has(id);
    return {
      kind: "customer-segments",
      segmentIds: changeIds(
        before,
        context.customerSegments,
        known,
        "customerSegments",
        "Customer segment",
        errors,
      ),
    };
  }
  if (context.customers != null) {
    const before = current.kind === "customers" ? current.customerIds : [];
    const known = (id: number) => world.customers.has(id);
    return {
      kind: "customers",
      customerIds: changeIds(before, context.customers, known, "customers", "Customer", errors),
    };
  }
  return { kind: "all" };
}

function changeIds(
  before: readonly number[],
  { add, remove }: IdChanges,
  isKnown: (id: number) => boolean,
  field: string,
  noun: string,
  errors: UserError[],
): number[] {
  const added = (add ?? []).map((gid) => parseGid(gid)?.id ?? 0);
  for (const id of added) {
    if (!isKnown(id))
      errors.push(
        userError(
          ["automaticBasicDiscount", "context", field, "add"],
          `${noun} with id: ${id} is invalid`,
          "INVALID",
        ),
      );
  }
  const removed = new Set((remove ?? []).map((gid) => parseGid(gid)?.id));
  return [...new Set([...before, ...added])].filter((id) => !removed.has(id));
}
