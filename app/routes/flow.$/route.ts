import type { ActionFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { verifyFlowCall } from "../../shopify/shopify.server.ts";
import { checkSteps } from "../../use-cases/flow/actions/check-steps.ts";
import { runFlowAction } from "../../use-cases/flow/actions/run-flow-action.ts";
import { readShortBody } from "../../use-cases/read-short-body.ts";
import { responseTo, responseToCheck } from "./response-to.ts";

/** Flow's largest payload is half of it. */
const mostBytes = 100_000;

/**
 * Takes what extensions/flow-action-* declare: calls of our actions at /flow/actions, and at /flow/validations/… the
 * steps of a workflow that is being saved.
 */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return responseTo({ kind: "wrong-method" });
  const rawBody = await readShortBody(request, mostBytes);
  if (rawBody === null) return responseTo({ kind: "too-large" });
  const verdict = await verifyFlowCall(request, rawBody);
  if (verdict.kind !== "verified") return responseTo(verdict);
  const [purpose, handle, ...beyond] = (params["*"] ?? "").split("/");
  if (purpose === "actions" && handle === undefined)
    return responseTo(await runFlowAction(app, verdict.body));
  if (purpose === "validations" && handle !== undefined && beyond.length === 0)
    return responseToCheck(await checkSteps(app, handle, verdict.body));
  return responseTo({ kind: "unknown-action" });
}

export function loader(): Promise<Response> {
  return responseTo({ kind: "wrong-method" });
}
