import { GraphQLError } from "graphql";
import { gidOf, gidOfObject } from "../../world/gid.ts";
import { planMerge, type MergePlan } from "../../world/merge-customers.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { findCustomer } from "../mutations/customers/find-customer.ts";
import {
  mergeProblemText,
  readMergeChoices,
  type MergeArgs,
} from "../mutations/customers/merge-input.ts";

const ERROR_FIELD = {
  "has-gift-cards": "GIFT_CARDS",
  "too-many-tags": "OVERRIDE_FIELDS",
  "note-too-long": "OVERRIDE_FIELDS",
} as const;

export const customerMergeQueries = {
  customerMergePreview: (
    _root: unknown,
    { customerOneId, customerTwoId, overrideFields }: MergeArgs,
    { shop: { world } }: RequestContext,
  ) => {
    const one = findCustomer(world, customerOneId);
    const two = findCustomer(world, customerTwoId);
    if (one === undefined || two === undefined)
      throw new GraphQLError("Customer does not exist.", { extensions: { code: "NOT_FOUND" } });
    if (one === two) throw new GraphQLError("Customers must be different.");
    const plan = planMerge(one, two, readMergeChoices(world, one, two, overrideFields));
    const { kept, deleted, problems } = plan;
    const isBlocked = problems.some(({ kind }) => kind !== "has-gift-cards");
    return {
      resultingCustomerId: problems.length > 0 ? null : gidOfObject(kept),
      defaultFields: defaultFieldsOf(plan),
      alternateFields: {
        firstName: textOrNull(deleted.firstName),
        lastName: textOrNull(deleted.lastName),
        email: deleted.email === "" ? null : { emailAddress: deleted.email },
        phoneNumber: phoneOf(deleted.rare?.phone),
      },
      blockingFields: isBlocked ? { note: plan.note, tags: plan.tags } : null,
      customerMergeErrors:
        problems.length === 0
          ? null
          : problems.map((problem) => ({
              errorFields: [ERROR_FIELD[problem.kind]],
              message: mergeProblemText(problem),
            })),
    };
  },
  /** A merge is done by the time somebody asks for it. */
  customerMergeJobStatus: (
    _root: unknown,
    { jobId }: { jobId: string },
    { shop: { world } }: RequestContext,
  ) => {
    const job = world.jobs.get(jobId.split("/").at(-1) ?? "");
    if (job?.resultingCustomerId == null) return null;
    job.isDone = true;
    return {
      jobId,
      resultingCustomerId: gidOf("Customer", job.resultingCustomerId),
      status: "COMPLETED",
      customerMergeErrors: [],
    };
  },
} satisfies TypeResolvers;

function defaultFieldsOf({ kept, deleted, ...plan }: MergePlan) {
  return {
    firstName: textOrNull(plan.firstName),
    lastName: textOrNull(plan.lastName),
    displayName: `${plan.firstName} ${plan.lastName}`.trim() || plan.email,
    email: plan.email === "" ? null : { emailAddress: plan.email },
    phoneNumber: phoneOf(plan.phone),
    note: plan.note,
    tags: plan.tags,
    orderCount: String(kept.orders.length + deleted.orders.length),
    metafieldCount: String(
      new Set(
        [...kept.metafields, ...deleted.metafields].map(
          ({ namespace, key }) => `${namespace}.${key}`,
        ),
      ).size,
    ),
  };
}

function phoneOf(phone: string | null | undefined) {
  return phone == null ? null : { phoneNumber: phone };
}

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}
