import { z } from "zod";
import { listCustomGroups } from "../../../persistence/custom-groups.ts";
import { findInstalledShop, type Shop } from "../../../persistence/shops.ts";
import type { App } from "../../app.ts";
import { readLiveProgram } from "../../scoring/live-program.ts";
import { chooseFixedGroup } from "./add-to-group.ts";
import { findByWord } from "./find-by-word.ts";
import type { FlowProblem } from "./outcome.ts";
import { textOf } from "./properties.ts";
import { noSuchTier } from "./set-tier.ts";

const stepSchema = z.object({
  step_reference: z.string(),
  properties: z.record(z.string(), z.unknown()).default({}),
});

const requestSchema = z.object({
  shopify_domain: z.string(),
  /** The steps of a workflow that use one action. */
  steps: z.array(stepSchema).max(1_000),
});

export interface StepProblem {
  stepReference: string;
  problem: FlowProblem;
}

/**
 * What is wrong with a workflow's steps when it is saved: names of tiers and groups there are not. What cannot be told
 * before it runs is not objected to, such as a field with a Liquid variable in it, nor a request we do not understand.
 */
export async function checkSteps(app: App, handle: string, body: unknown): Promise<StepProblem[]> {
  const parsed = requestSchema.safeParse(body);
  const check = checks.get(handle);
  if (!parsed.success || check === undefined) return [];
  const record = await findInstalledShop(app.db, parsed.data.shopify_domain);
  if (record === null) return [];
  const findProblem = await check(app, record);
  return parsed.data.steps.flatMap(({ step_reference: stepReference, properties }) => {
    const problem = findProblem(properties);
    return problem === null ? [] : [{ stepReference, problem }];
  });
}

type Check = (
  app: App,
  record: Shop,
) => Promise<(properties: Record<string, unknown>) => FlowProblem | null>;

const checks = new Map<string, Check>([
  [
    "set-tier",
    async (app, record) => {
      const { tiers } = await readLiveProgram(app, record);
      return (properties) => {
        const word = textOf(properties, "tier");
        if (word === "") return { kind: "no-tier" };
        return isVariable(word) || findByWord(tiers, word).length > 0
          ? null
          : noSuchTier(word, tiers);
      };
    },
  ],
  [
    "add-to-fixed-group",
    async (app, { shop }) => {
      const groups = await listCustomGroups(app.db, shop);
      return (properties) => {
        const word = textOf(properties, "group");
        if (word === "") return { kind: "no-group" };
        if (isVariable(word)) return null;
        const chosen = chooseFixedGroup(groups, word);
        return chosen.kind === "refused" ? chosen.problem : null;
      };
    },
  ],
]);

function isVariable(text: string): boolean {
  return /\{\{|\{%/.test(text);
}
