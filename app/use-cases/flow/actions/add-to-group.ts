import { addMembers, settleSize } from "../../../persistence/custom-group-members.ts";
import { findCustomGroup, listCustomGroups } from "../../../persistence/custom-groups.ts";
import { calendarDayOf } from "../../../scoring/index.ts";
import { findStrangers, meetStrangers } from "../../meet-strangers.ts";
import { publishAgain } from "../../publishing/publish-again.ts";
import { findByWord } from "./find-by-word.ts";
import type { FlowAction, FlowProblem } from "./outcome.ts";
import { customerIdOf, textOf } from "./properties.ts";

/** Puts the customer into a fixed group of the merchant's own. Whoever never ordered may be in one too. */
export const addToGroup: FlowAction = async (app, record, properties) => {
  const { shop } = record;
  const customerId = customerIdOf(properties);
  if (customerId === null) return refused({ kind: "no-customer" });
  const word = textOf(properties, "group");
  if (word === "") return refused({ kind: "no-group" });
  const chosen = chooseFixedGroup(await listCustomGroups(app.db, shop), word);
  if (chosen.kind === "refused") return chosen;
  const strangers = await findStrangers(app, shop, [customerId]);
  if (strangers.unknown.length > 0)
    return refused({ kind: "no-such-customer", customerId: String(customerId) });

  return {
    kind: "ready",
    async perform(tx, { now }) {
      // It may have been deleted meanwhile.
      const group = await findCustomGroup(tx, shop, chosen.id);
      if (group === null) return refused({ kind: "no-such-group", group: word });
      await meetStrangers(tx, shop, strangers);
      const added = await addMembers(tx, group, [customerId]);
      if (added > 0) {
        await settleSize(tx, group, calendarDayOf(now, record.timeZone), new Date());
        await publishAgain(app, tx, shop, [customerId]);
      }
      return { kind: "done", returned: { group: group.name, added: added > 0 } };
    },
  };
};

type Chosen = { kind: "chosen"; id: string } | ReturnType<typeof refused>;

/** The group a workflow names. Groups may share a name; only a fixed one is changed by hand. */
export function chooseFixedGroup(
  groups: readonly { id: string; key: string; name: string; kind: string }[],
  word: string,
): Chosen {
  const named = findByWord(groups, word);
  const [fixed, another] = named.filter(({ kind }) => kind === "fixed");
  if (another !== undefined) return refused({ kind: "several-groups", group: word });
  if (fixed !== undefined) return { kind: "chosen", id: fixed.id };
  return refused({ kind: named.length > 0 ? "dynamic-group" : "no-such-group", group: word });
}

function refused(problem: FlowProblem) {
  return { kind: "refused", problem } as const;
}
