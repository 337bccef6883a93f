import { mergeCustomers, planMerge, type MergeProblem } from "../../../world/merge-customers.ts";
import { parseGid, gidOfObject } from "../../../world/gid.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError, type UserError } from "../user-error.ts";
import { findCustomer } from "./find-customer.ts";
import { mergeProblemText, readMergeChoices, type MergeArgs } from "./merge-input.ts";

/** `customerMerge`: done at once, answered as a job whose status `customerMergeJobStatus` tells. */
export function customerMerge(
  _root: unknown,
  { customerOneId, customerTwoId, overrideFields }: MergeArgs,
  { shop: { world } }: RequestContext,
) {
  const one = findCustomer(world, customerOneId);
  const two = findCustomer(world, customerTwoId);
  if (one === undefined) return refuse([doesNotExist("customerOneId", customerOneId)]);
  if (two === undefined) return refuse([doesNotExist("customerTwoId", customerTwoId)]);
  if (one === two)
    return refuse([userError(null, "Customers IDs should not match", "INVALID_CUSTOMER_ID")]);
  const plan = planMerge(one, two, readMergeChoices(world, one, two, overrideFields));
  if (plan.problems.length > 0)
    return refuse(
      plan.problems.flatMap((problem) =>
        fieldsOf(problem, one === problemCustomer(problem)).map((field) =>
          userError([field], mergeProblemText(problem), "INVALID_CUSTOMER"),
        ),
      ),
    );
  const job = mergeCustomers(world, plan);
  return { resultingCustomerId: gidOfObject(plan.kept), job, userErrors: [] };
}

function refuse(userErrors: readonly UserError[]) {
  return { resultingCustomerId: null, job: null, userErrors };
}

function doesNotExist(field: string, id: string): UserError {
  return userError(
    [field],
    `Customer does not exist with ID ${parseGid(id)?.id ?? id}`,
    "INVALID_CUSTOMER_ID",
  );
}

function problemCustomer(problem: MergeProblem) {
  return problem.kind === "has-gift-cards" ? problem.customer : null;
}

/** A gift card is one customer's trouble, tags and notes are both's. */
function fieldsOf({ kind }: MergeProblem, isFirst: boolean): string[] {
  if (kind !== "has-gift-cards") return ["customerOneId", "customerTwoId"];
  return [isFirst ? "customerOneId" : "customerTwoId"];
}
