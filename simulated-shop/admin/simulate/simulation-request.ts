import type { Context } from "hono";
import { z } from "zod";
import type { SimulationOutcome } from "./outcome.ts";

/** A request's fields, from JSON or from a form of an admin page, and where a form wants to return to. */
export type SimulationRequest = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly returnTo: string | null;
};

const fieldsSchema = z.record(z.string(), z.unknown());

/** Reads JSON or a form; null when the body is neither. Empty form fields count as left out. */
export async function readSimulationRequest(c: Context): Promise<SimulationRequest | null> {
  const body = await c.req.text();
  if (c.req.header("content-type")?.includes("application/x-www-form-urlencoded") === true) {
    const { returnTo, ...fields } = Object.fromEntries(
      [...new URLSearchParams(body)].filter(([, value]) => value !== ""),
    );
    return { fields, returnTo: returnTo?.startsWith("/store/") === true ? returnTo : "/" };
  }
  if (body === "") return { fields: {}, returnTo: null };
  const parsed = fieldsSchema.safeParse(parseJson(body));
  return parsed.success ? { fields: parsed.data, returnTo: null } : null;
}

/** JSON for a program; for a form, back to its page with what happened in words. */
export function answerSimulation(
  c: Context,
  { returnTo }: SimulationRequest,
  outcome: SimulationOutcome,
): Response {
  if (returnTo !== null) {
    const said =
      outcome.kind === "done" ? { notice: outcome.notice } : { problem: outcome.message };
    return c.redirect(`${returnTo}?${new URLSearchParams(said).toString()}`, 303);
  }
  return outcome.kind === "done"
    ? c.json(outcome.body)
    : c.json({ error: outcome.message }, outcome.status);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
