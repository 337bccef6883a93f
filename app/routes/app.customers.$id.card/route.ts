import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readCustomerCard } from "../../use-cases/pages/customer-card.ts";
import { recalculateCustomer } from "../../use-cases/scoring/recalculate-customer.ts";

const idSchema = z.string().regex(/^\d{1,18}$/);

const requestSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("recalculate") }),
]);

/** For the app's extensions on a customer's page of the admin, which call from another origin. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { session, cors } = await authenticate.admin(request);
  const id = idSchema.safeParse(params["id"]);
  if (!id.success) return cors(Response.json({ problem: "no-such-customer" }, { status: 404 }));
  const card = await readCustomerCard(app, session.shop, id.data);
  return cors(Response.json(card, { headers: { "Cache-Control": "no-store" } }));
}

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const { session, cors } = await authenticate.admin(request);
  const id = idSchema.safeParse(params["id"]);
  if (!id.success) return cors(Response.json({ problem: "no-such-customer" }, { status: 404 }));
  const wanted = requestSchema.safeParse(await request.json().catch(() => null));
  if (!wanted.success) return cors(Response.json({ problem: "not-understood" }, { status: 400 }));
  const outcome = await recalculateCustomer(app, session.shop, BigInt(id.data));
  return outcome === "unknown"
    ? cors(Response.json({ problem: "no-such-customer" }, { status: 404 }))
    : cors(Response.json({ done: outcome }));
}
