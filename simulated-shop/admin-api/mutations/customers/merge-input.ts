import type { Customer } from "../../../world/customer.ts";
import { displayNameOf } from "../../../world/customer.ts";
import type { MergeChoices, MergeProblem } from "../../../world/merge-customers.ts";
import type { World } from "../../../world/world.ts";
import { findCustomer } from "./find-customer.ts";

type Maybe<Value> = Value | null | undefined;

/** `CustomerMergeOverrideFields`. */
export type MergeOverrides = {
  customerIdOfEmailToKeep?: Maybe<string>;
  customerIdOfFirstNameToKeep?: Maybe<string>;
  customerIdOfLastNameToKeep?: Maybe<string>;
  customerIdOfPhoneNumberToKeep?: Maybe<string>;
  customerIdOfDefaultAddressToKeep?: Maybe<string>;
  note?: Maybe<string>;
  tags?: Maybe<readonly string[]>;
};

export type MergeArgs = {
  customerOneId: string;
  customerTwoId: string;
  overrideFields?: Maybe<MergeOverrides>;
};

/** What the merchant chose; customers that are not part of the merge are passed over. */
export function readMergeChoices(
  world: World,
  one: Customer,
  two: Customer,
  overrides: Maybe<MergeOverrides>,
): MergeChoices {
  const chosen = (id: Maybe<string>): Customer | undefined =>
    [one, two].find((customer) => customer === findCustomer(world, id));
  const emailOf = chosen(overrides?.customerIdOfEmailToKeep);
  const firstNameOf = chosen(overrides?.customerIdOfFirstNameToKeep);
  const lastNameOf = chosen(overrides?.customerIdOfLastNameToKeep);
  const phoneOf = chosen(overrides?.customerIdOfPhoneNumberToKeep);
  const countryOf = chosen(overrides?.customerIdOfDefaultAddressToKeep);
  return {
    ...(emailOf && { emailOf }),
    ...(firstNameOf && { firstNameOf }),
    ...(lastNameOf && { lastNameOf }),
    ...(phoneOf && { phoneOf }),
    ...(countryOf && { countryOf }),
    ...(overrides?.note != null && { note: overrides.note }),
    ...(overrides?.tags != null && { tags: overrides.tags }),
  };
}

/** Why customers cannot be merged, in Shopify's words. */
export function mergeProblemText(problem: MergeProblem): string {
  switch (problem.kind) {
    case "has-gift-cards":
      return `${displayNameOf(problem.customer)} has gift cards and can’t be merged.`;
    case "too-many-tags":
      return "Customers must have 250 tags or less.";
    case "note-too-long":
      return "Customer notes must be 5,000 characters or less.";
  }
}
