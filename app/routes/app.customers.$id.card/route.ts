import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readCustomerCard } from "../../use-cases/pages/customer-card.ts";
import { actOnCustomer, customerActionSchema } from "../../use-cases/scoring/act-on-customer.ts";

const idSchema = z.string().regex(/^\d{1,18}$/);

const noSuchCustomer = { kind: "refused", problem: "no-such-customer" };
const notUnderstood = { kind: "refused", problem: "not-understood" };

/** For the app's extensions on a customer's page of the admin, which call from another origin. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { session, cors } = await authenticate.admin(request);
  const id = idSchema.safeParse(params["id"]);
  if (!id.success) return cors(Response.json(noSuchCustomer, { status: 404 }));
  const card = await readCustomerCard(app, session.shop, id.data);
  return cors(Response.json(card, { headers: { "Cache-Control": "no-store" } }));
}

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const { session, sessionToken, cors } = await authenticate.admin(request);
  const id = idSchema.safeParse(params["id"]);
  if (!id.success) return cors(Response.json(noSuchCustomer, { status: 404 }));
  const wanted = customerActionSchema.safeParse(await request.json().catch(() => null));
  if (!wanted.success) return cors(Response.json(notUnderstood, { status: 400 }));
  const { shop } = session;
  const outcome = await actOnCustomer(app, shop, BigInt(id.data), wanted.data, sessionToken.sub);
  return cors(Response.json(outcome, { status: outcome.kind === "done" ? 200 : 409 }));
}
