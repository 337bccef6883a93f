import { GraphQLError } from "graphql";
import type { DiscountContext } from "../../../world/discount.ts";
import { parseGid } from "../../../world/gid.ts";
import type { World } from "../../../world/world.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import type { ProblemList } from "./problem-list.ts";

type IdChanges = { add?: readonly string[] | null; remove?: readonly string[] | null };

export type DiscountContextInput = {
  all?: string | null;
  customerSegments?: IdChanges | null;
  customers?: IdChanges | null;
  markets?: unknown;
};

/**
 * Who may use the discount: `add` and `remove` start from what it has now.
 *
 * @param field "context", or the deprecated "customerSelection" of code discounts.
 */
export function readDiscountContext(
  world: World,
  input: Omit<DiscountContextInput, "all"> & { all?: string | boolean | null | undefined },
  current: DiscountContext,
  field: "context" | "customerSelection",
  problems: ProblemList,
): DiscountContext {
  if (input.markets != null) throw unansweredError("DiscountContextInput", "markets");
  const isAllToo = input.all != null && input.all !== false;
  if (isAllToo && (input.customers != null || input.customerSegments != null))
    throw badDiscountRequest(
      `A discount cannot have customerSelection set to all, when ${input.customers == null ? "customerSegments" : "customers or customerSavedSearches"} is specified.`,
    );
  if (input.customerSegments != null) {
    const before = current.kind === "customer-segments" ? current.segmentIds : [];
    return {
      kind: "customer-segments",
      segmentIds: changeIds(before, input.customerSegments, "customer segment", (id) => {
        if (!world.segments.has(id))
          problems.add(
            `${field}.customerSegments.add`,
            `Customer segment with id: ${id} is invalid`,
            "INVALID",
          );
      }),
    };
  }
  if (input.customers != null) {
    const before = current.kind === "customers" ? current.customerIds : [];
    return {
      kind: "customers",
      customerIds: changeIds(before, input.customers, "customer", (id) => {
        if (!world.customers.has(id))
          problems.add(`${field}.customers.add`, `Customer with id: ${id} is invalid`, "INVALID");
      }),
    };
  }
  return { kind: "all" };
}

/** The ids after adding and removing. Errors: an id in both lists, as a top-level error. */
export function changeIds(
  before: readonly number[],
  { add, remove }: IdChanges,
  noun: string,
  check: (id: number) => void,
): number[] {
  requireNoneInBoth(add, remove, noun);
  const added = (add ?? []).map((gid) => parseGid(gid)?.id ?? 0);
  const removed = new Set((remove ?? []).map((gid) => parseGid(gid)?.id));
  for (const id of added) check(id);
  return [...new Set([...before, ...added])].filter((id) => !removed.has(id));
}

/** Errors: an id in both lists, as a top-level error. */
export function requireNoneInBoth(
  add: readonly string[] | null | undefined,
  remove: readonly string[] | null | undefined,
  noun: string,
): void {
  const removed = new Set(remove ?? []);
  if (!(add ?? []).some((gid) => removed.has(gid))) return;
  throw badDiscountRequest(
    noun.startsWith("customer")
      ? `A ${noun} id is present in \`add\` and \`remove\` fields`
      : `The same ${noun} id is present in both 'add' and 'remove' fields`,
  );
}

/** Input that contradicts itself, which Shopify refuses as a whole rather than in `userErrors`. */
export function badDiscountRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}
