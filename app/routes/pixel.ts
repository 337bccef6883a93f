import type { ActionFunctionArgs } from "@remix-run/node";
import { app } from "../composition.server.ts";
import { receiveInterest, type InterestOutcome } from "../use-cases/interest/receive-interest.ts";
import { readShortBody } from "../use-cases/read-short-body.ts";

/** Of what the pixel sends, searches are longest. */
const mostBytes = 4_000;

const statusOf: Record<InterestOutcome, number> = {
  counted: 204,
  // Whoever sends nonsense is not told which part of it was right.
  ignored: 204,
  malformed: 400,
  "too-many": 429,
};

/** Strict sandboxes have no origin, so anybody may send; nobody is sent anything back. */
const headers = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" };

/** Takes what the web pixel counts in the shop: extensions/web-pixel. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return new Response(null, { status: 405, headers });
  const body = await readShortBody(request, mostBytes);
  if (body === null) return new Response(null, { status: 413, headers });
  return new Response(null, { status: statusOf[await receiveInterest(app, body)], headers });
}

export function loader(): Response {
  return new Response(null, { status: 405, headers: { ...headers, Allow: "POST" } });
}
