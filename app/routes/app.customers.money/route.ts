import type { LoaderFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readCustomerMoney } from "../../use-cases/pages/money-figures.ts";

/** What one customer's orders come to, beside what the admin says; Shopify's answer must not hold up the page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const id = new URL(request.url).searchParams.get("id") ?? "";
  if (!/^\d{1,18}$/.test(id)) throw new Response("id: a customer's number", { status: 400 });
  return await readCustomerMoney(app, session.shop, BigInt(id));
}
