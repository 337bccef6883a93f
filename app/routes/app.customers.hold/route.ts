import type { ActionFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { askForMany } from "../../use-cases/by-hand/ask-for-many.ts";
import { actByHand } from "../../use-cases/scoring/act-by-hand.ts";
import { readHandForm } from "./hand-form.ts";

/** Takes what a merchant decides by hand about one customer, some, or everybody of a view. */
export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const asked = readHandForm(await request.formData().catch(() => new FormData()));
  const actor = sessionToken.sub;
  if (asked?.whom.kind === "all-that-match") {
    const { request: what, whom, reason } = asked;
    return askForMany(app, session.shop, what, { view: whom.view, reason, actor });
  }
  // Some go into a group by the group's own page.
  if (asked === null || asked.request.intent === "add-to-group")
    throw new Response("There is no such act.", { status: 400 });
  const { request: what, whom, reason } = asked;
  const { customerIds } = whom;
  return actByHand(app, session.shop, what, { customerIds, reason, actor });
}
