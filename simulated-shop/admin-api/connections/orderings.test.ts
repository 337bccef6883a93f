import fc from "fast-check";
import { expect, test } from "vitest";
import { addCustomer, loadCustomer } from "../../world/add-customer.ts";
import { changeCustomerTags } from "../../world/change-customer-tags.ts";
import { smallWorld } from "../../world/small-world.test-support.ts";
import { customersBy } from "./orderings.ts";

test("an ordering that is kept up with changes is the one sorted anew", () => {
  const changes = fc.array(fc.tuple(fc.constantFrom("add", "load", "tag", "remove"), fc.nat(20)), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(changes, (steps) => {
      const world = smallWorld();
      for (const [index, [what, which]] of steps.entries()) {
        const email = `${index}@example.com`;
        const chosen = [...world.customers.values()][which % Math.max(1, world.customers.size)];
        world.clock.advanceByMs(1000);
        if (what === "add") addCustomer(world, { email, lastName: String(which) });
        if (what === "load") loadCustomer(world, { email, lastName: String(which) });
        if (what === "tag" && chosen) changeCustomerTags(world, chosen, [`t${index}`]);
        if (what === "remove" && chosen) {
          world.customers.delete(chosen.id);
          world.revision += 1;
        }
        const ids = [...world.customers.values()]
          .sort((a, b) => a.updatedAtMs - b.updatedAtMs || a.id - b.id)
          .map(({ id }) => id);
        expect(customersBy(world, "UPDATED_AT").map(({ id }) => id)).toEqual(ids);
      }
    }),
    { numRuns: 50 },
  );
});
