import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { Actor, RunRow, RunState } from "../../use-cases/pages/runs-page.ts";

const STARTED: Record<RunRow["started"], PlainMessageKey> = {
  import: "runs.started.import",
  order: "runs.started.order",
  due: "runs.started.due",
  recalibration: "runs.started.recalibration",
  "program-change": "runs.started.program-change",
  // Only a workflow's recalculation is by hand and holds nobody.
  manual: "runs.started.recalculate",
  merge: "runs.started.merge",
  undo: "runs.started.undo",
  redo: "runs.started.redo",
};

const HELD: Record<
  NonNullable<RunRow["act"]>["kind"],
  [set: PlainMessageKey, letGo: PlainMessageKey]
> = {
  override: ["runs.started.override", "runs.started.override.release"],
  "opt-out": ["runs.started.opt-out", "runs.started.opt-out.release"],
  freeze: ["runs.started.freeze", "runs.started.freeze.release"],
  pin: ["runs.started.manual", "runs.started.pin.release"],
};

const STATES: Record<RunState, PlainMessageKey> = {
  applied: "runs.state.applied",
  writing: "runs.state.writing",
  undone: "runs.state.undone",
  "partly-undone": "runs.state.partly-undone",
};

/** What started a run; a run by hand says what was done. */
export function startedInWords(
  { started, act }: Pick<RunRow, "started" | "act">,
  text: Text,
): string {
  if (started !== "manual" || act === null) return text(STARTED[started]);
  const [set, letGo] = HELD[act.kind];
  return text(act.isRelease ? letGo : set);
}

export function actorInWords(actor: Actor, text: Text): string {
  switch (actor.kind) {
    case "you":
      return text("runs.who.you");
    case "staff":
      return text("runs.who.staff", { ending: actor.ending });
    case "flow":
      return text("runs.who.flow");
    case "itself":
      return text("runs.who.itself");
  }
}

export function stateInWords(state: RunState, text: Text): string {
  return text(STATES[state]);
}
