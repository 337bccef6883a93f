import { DEFAULT_LOCALE, loadLanguage } from "../../i18n/languages.ts";
import { textIn, type Text } from "../../i18n/text.ts";
import type { StepProblem } from "../../use-cases/flow/actions/check-steps.ts";
import type { FlowProblem } from "../../use-cases/flow/actions/outcome.ts";
import type { FlowAnswer } from "../../use-cases/flow/actions/run-flow-action.ts";

type Answered = FlowAnswer | { kind: "wrong-method" | "too-large" | "bad-signature" | "malformed" };

/** What Flow takes for done, failed for good, and to be tried again. */
const statusOf: Record<Answered["kind"], number> = {
  done: 200,
  malformed: 400,
  "bad-signature": 401,
  "unknown-shop": 404,
  "unknown-action": 404,
  "wrong-method": 405,
  "too-large": 413,
  refused: 422,
  later: 503,
};

/** Flow asks again with growing gaps anyway; a base is scored in less. */
const retryAfterSeconds = 60;

/** The answer as Flow reads it; the words are for the merchant, who finds them in the workflow's run. */
export async function responseTo(answered: Answered): Promise<Response> {
  const status = statusOf[answered.kind];
  const headers = { "Cache-Control": "no-store" };
  switch (answered.kind) {
    case "done":
      return Response.json({ return_value: answered.returned }, { status, headers });
    case "refused":
      return say(problemInWords(answered.problem, await english()));
    case "unknown-shop":
      return say((await english())("flow.unknown-shop"));
    case "unknown-action":
      return say((await english())("flow.unknown-action"));
    case "later":
      return say((await english())("flow.later"), { "Retry-After": String(retryAfterSeconds) });
    default:
      return new Response(null, { status, headers });
  }

  function say(message: string, more: Record<string, string> = {}): Response {
    return Response.json({ message }, { status, headers: { ...headers, ...more } });
  }
}

/** What is wrong with a workflow's steps: those that are right are left out. */
export async function responseToCheck(problems: readonly StepProblem[]): Promise<Response> {
  const text = await english();
  const body = problems.map(({ stepReference, problem }) => ({
    step_reference: stepReference,
    errors: [problemInWords(problem, text)],
  }));
  return Response.json(body, { headers: { "Cache-Control": "no-store" } });
}

async function english(): Promise<Text> {
  return textIn(await loadLanguage(DEFAULT_LOCALE));
}

function problemInWords(problem: FlowProblem, text: Text): string {
  switch (problem.kind) {
    case "no-customer":
      return text("flow.no-customer");
    case "no-tier":
      return text("flow.no-tier");
    case "no-group":
      return text("flow.no-group");
    case "no-such-days":
      return text("flow.no-such-days");
    case "no-such-day":
      return text("flow.no-such-day");
    case "two-ends":
      return text("flow.two-ends");
    case "day-is-over":
      return text("flow.day-is-over");
    case "no-such-tier":
      return text("flow.no-such-tier", { tier: problem.tier, tiers: problem.tiers.join(", ") });
    case "no-such-group":
      return text("flow.no-such-group", { group: problem.group });
    case "dynamic-group":
      return text("flow.dynamic-group", { group: problem.group });
    case "several-groups":
      return text("flow.several-groups", { group: problem.group });
    case "no-such-customer":
      return text("flow.no-such-customer", { customer: problem.customerId });
    case "no-orders":
      return text("flow.no-orders", { customer: problem.customerId });
    case "opted-out":
      return text("flow.opted-out", { customer: problem.customerId });
  }
}
