import type { ActionFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { actByHand } from "../../use-cases/scoring/act-by-hand.ts";
import { readHandForm } from "./hand-form.ts";

/** Takes what a merchant decides about one customer or many by hand. */
export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const asked = readHandForm(await request.formData().catch(() => new FormData()));
  if (asked === null) throw new Response("There is no such act.", { status: 400 });
  const { request: what, customerIds, reason } = asked;
  return actByHand(app, session.shop, what, { customerIds, reason, actor: sessionToken.sub });
}
