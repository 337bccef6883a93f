import type { ActionFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { countRule } from "../../use-cases/groups/ask-rule.ts";

/** How many customers a rule would find, asked while it is typed. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return await countRule(app, session.shop, await request.json().catch(() => null));
}
