import { z } from "zod";
import { changeCustomerTags } from "../../world/change-customer-tags.ts";
import type { Customer } from "../../world/customer.ts";
import { MAX_TAGS, normalizeTags, sameTag } from "../../world/tags.ts";
import type { World } from "../../world/world.ts";
import { tagsField } from "./field-schemas.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";

export const changeTagsSchema = z.object({
  add: tagsField.default([]),
  remove: tagsField.default([]),
});

/** The merchant, or another app, changes a customer's tags. */
export function simulateTagChange(
  world: World,
  customer: Customer,
  { add, remove }: z.infer<typeof changeTagsSchema>,
): SimulationOutcome {
  const gone = normalizeTags(remove);
  const wanted = normalizeTags([
    ...customer.tags.filter((tag) => !gone.some((other) => sameTag(tag, other))),
    ...add,
  ]);
  if (wanted.length > MAX_TAGS) return refused(400, `Tags cannot be more than ${MAX_TAGS}.`);
  changeCustomerTags(world, customer, wanted);
  return done("The tags were changed.", { tags: customer.tags });
}
