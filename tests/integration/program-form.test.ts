/** The tier editor's fields lose nothing of a program. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formOf } from "../../app/routes/app.tiers.edit/form-of-program.ts";
import { partsOf } from "../../app/routes/app.tiers.edit/parts-of-form.ts";
import { programFormSchema } from "../../app/routes/app.tiers.edit/program-form.ts";
import { defaultProgram, type Program } from "../../app/scoring/index.ts";
import { randomPolicyPrograms } from "../../app/scoring/testing/random-programs.ts";
import { programOfForm } from "../../app/use-cases/scoring/program-of-form.ts";

function throughTheForm(program: Program, live: Program): Program {
  const kept: unknown = JSON.parse(JSON.stringify(formOf(program)));
  const parts: unknown = JSON.parse(JSON.stringify(partsOf(programFormSchema.parse(kept), "GBP")));
  const parsed = programOfForm(parts, live, "GBP");
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.program;
}

/** What a program means without saying it is not said. */
function inFewestWords({ levels, tiersBy, cutPoints, evaluation, currency: _, ...rest }: Program) {
  const cuts = Object.entries(cutPoints ?? {}).filter(([, rule]) => rule?.kind !== "quantile");
  const { policy, ...others } = rest;
  const { welcome, ...held } = policy ?? {};
  const isHolding = JSON.stringify([welcome, held]);
  return {
    ...others,
    levels: levels === 5 ? undefined : levels,
    tiersBy: tiersBy?.kind === "value-shares" ? undefined : tiersBy,
    cutPoints: cuts.length === 0 ? undefined : Object.fromEntries(cuts),
    evaluation: evaluation === "daily" ? undefined : evaluation,
    policy: isHolding === nobodyHeld || policy === undefined ? undefined : { ...held, welcome },
  };
}

const nobodyHeld = JSON.stringify([
  undefined,
  {
    upgrade: "at-once",
    graceDays: 0,
    minimumStayDays: 0,
    oneStepDown: false,
    refunds: "as-any-fall",
    freezes: [],
  },
]);

/** Bounds that all meet are as good as none. */
function withoutFreeBounds(program: ReturnType<typeof inFewestWords>) {
  const tiers = program.tiers.map(({ keepWhen, ...tier }) => ({
    ...tier,
    keepWhen:
      keepWhen &&
      Object.fromEntries(
        Object.entries(keepWhen).filter(
          ([metric, bound]) => Number(bound) !== (metric === "recencyDaysAtMost" ? 36_500 : 0),
        ),
      ),
  }));
  return { ...program, tiers };
}

test("any program comes back from the fields as it was", () => {
  fc.assert(
    fc.property(randomPolicyPrograms(20_600, 20_900), (program) => {
      const own = typeof program.groups === "string" ? defaultProgram : program;
      const back = throughTheForm(program, own);
      expect(withoutFreeBounds(inFewestWords(back))).toEqual(
        withoutFreeBounds(inFewestWords(program)),
      );
    }),
  );
});

test("a form that is only opened changes nothing", () => {
  expect(throughTheForm(defaultProgram, defaultProgram)).toEqual(defaultProgram);
});

test("what is typed and no number is refused at its field, never read as zero or left out", () => {
  const form = formOf(defaultProgram);
  const [top, ...others] = form.tiers;
  if (top === undefined) throw new Error("a tier");
  const typed = {
    ...form,
    windowDays: "",
    weights: { ...form.weights, recency: "abc" },
    tiers: [{ ...top, sharePercent: "", keepPercent: "x", name: " " }, ...others],
    policy: { ...form.policy, graceDays: "" },
  };
  const parsed = programOfForm(partsOf(typed, "GBP"), defaultProgram, "GBP");
  const fields = parsed.kind === "refused" ? parsed.problems.map(({ field }) => field) : [];
  expect(fields).toEqual(
    expect.arrayContaining([
      "windowDays",
      "weights.recency",
      "tiers.0.cutBp",
      "tiers.0.keepBp",
      "tiers.0.name",
      "policy.graceDays",
    ]),
  );
});

test("customers are welcomed in a tier that has no key yet", () => {
  const form = formOf(defaultProgram);
  const [top, ...others] = form.tiers;
  if (top === undefined) throw new Error("a tier");
  const added = { ...top, id: "new-1", key: null, name: "Diamond", sharePercent: "5" };
  const welcoming = {
    ...form,
    tiers: [added, top, ...others],
    policy: { ...form.policy, welcomeTier: "new-1", welcomeDays: "14" },
  };
  const parsed = programOfForm(partsOf(welcoming, "GBP"), defaultProgram, "GBP");
  expect(parsed).toMatchObject({
    kind: "program",
    program: { policy: { welcome: { tier: "diamond", days: 14 } } },
  });
});
