import type { Context } from "hono";
import { z } from "zod";
import type { SimulationOutcome } from "./outcome.ts";
import { readFormFields } from "./read-form-fields.ts";

/** A request's fields, from JSON or from a form of an admin page, and where a form wants to return to. */
export type SimulationRequest = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly returnTo: string | null;
};

const fieldsSchema = z.record(z.string(), z.unknown());

/** Reads JSON or a form; null when the body is neither. */
export async function readSimulationRequest(c: Context): Promise<SimulationRequest | null> {
  const body = await c.req.text();
  if (c.req.header("content-type")?.includes("application/x-www-form-urlencoded") === true) {
    const { returnTo, ...fields } = readFormFields(new URLSearchParams(body));
    const isPage = typeof returnTo === "string" && returnTo.startsWith("/store/");
    return { fields, returnTo: isPage ? returnTo : "/" };
  }
  if (body === "") return { fields: {}, returnTo: null };
  const parsed = fieldsSchema.safeParse(parseJson(body));
  return parsed.success ? { fields: parsed.data, returnTo: null } : null;
}

/**
 * JSON for a program; for a form, back to its page with what happened in words. A form that the page's script sends
 * asks for JSON, so that an error can stand beside the fields as they were filled in.
 */
export function answerSimulation(
  c: Context,
  { returnTo }: SimulationRequest,
  outcome: SimulationOutcome,
): Response {
  if (returnTo !== null) {
    const address = pageWith(returnTo, outcome);
    if (c.req.header("accept") !== "application/json") return c.redirect(address, 303);
    if (outcome.kind === "done") return c.json({ address });
  }
  return outcome.kind === "done"
    ? c.json(outcome.body)
    : c.json({ error: outcome.message }, outcome.status);
}

function pageWith(page: string, outcome: SimulationOutcome): string {
  const url = new URL(page, "http://admin");
  if (outcome.kind === "done") url.searchParams.set("notice", outcome.notice);
  else url.searchParams.set("problem", outcome.message);
  return `${url.pathname}${url.search}`;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
