import { checkFlowPayload, MAX_PAYLOAD_BYTES } from "../../../flow/check-flow-payload.ts";
import { NO_FLOW_EXTENSIONS } from "../../../flow/read-flow-extensions.ts";
import { receiveFlowTrigger } from "../../../world/flow-trigger.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError, type UserError } from "../user-error.ts";
import { readFlowBody } from "./read-flow-body.ts";

type FlowTriggerArgs = { handle?: string | null; payload?: unknown; body?: string | null };
type Payload = Readonly<Record<string, unknown>>;

/** `flowTriggerReceive`, checked against the app's trigger extensions. Errors name `body` also when `handle` was sent. */
export function flowTriggerReceive(
  _root: unknown,
  { handle, payload, body }: FlowTriggerArgs,
  context: RequestContext,
) {
  if (body != null) {
    if (handle != null || payload != null)
      return refuse(
        userError(["body"], "Cannot use `handle` and `payload` arguments with `body` argument"),
      );
    const read = readFlowBody(body);
    if ("problems" in read) return refuse(schemaError(read.problems));
    return receive(read.trigger, read.properties, context);
  }
  if (handle == null || payload == null)
    return refuse(userError(["handle"], "`handle` and `payload` arguments are required"));
  if (!isPayload(payload))
    return refuse(
      schemaError([`Type error for field 'payload': ${JSON.stringify(payload)} is not an Object.`]),
    );
  return receive({ by: "handle", value: handle }, payload, context);
}

function receive(
  { by, value }: { by: "handle" | "trigger_id" | "trigger_title"; value: string },
  payload: Payload,
  { shop: { world, config } }: RequestContext,
) {
  if (Buffer.byteLength(JSON.stringify(payload)) > MAX_PAYLOAD_BYTES)
    return refuse(
      schemaError([`Properties size exceeds the limit of ${MAX_PAYLOAD_BYTES} bytes.`]),
    );
  const { triggers } = config.flowExtensions ?? NO_FLOW_EXTENSIONS;
  const trigger = triggers.find(
    ({ handle, uid, name }) =>
      ({ handle: handle, trigger_id: uid, trigger_title: name })[by] === value,
  );
  if (trigger === undefined) return refuse(schemaError([`Invalid ${by} '${value}'.`]));
  const problems = checkFlowPayload(trigger, payload);
  if (problems.length > 0) return refuse(schemaError(problems));
  receiveFlowTrigger(world, { receivedAtMs: Date.now(), handle: trigger.handle, payload });
  return { userErrors: [] };
}

function refuse(error: UserError) {
  return { userErrors: [error] };
}

function schemaError(problems: readonly string[]): UserError {
  const lines = problems.map((problem) => `  ${problem}\n`).join("");
  return userError(["body"], `Errors validating schema:\n${lines}`);
}

function isPayload(payload: unknown): payload is Payload {
  return typeof payload === "object" && payload !== null && !Array.isArray(payload);
}
