import type { LoaderFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readMoneyFigures } from "../../use-cases/pages/money-figures.ts";
import { parseMoneyRules } from "../../use-cases/scoring/save-money.ts";

/** What orders come to by the rules in the form, before they are saved. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const rules = parseMoneyRules(new URL(request.url).searchParams.get("rules") ?? "");
  if (rules === null) throw new Response("rules: what counts, as JSON", { status: 400 });
  return await readMoneyFigures(app, session.shop, rules);
}
