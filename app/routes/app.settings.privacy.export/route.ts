import type { LoaderFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { exportCustomerData } from "../../use-cases/privacy/export-customer-data.ts";

/** Everything held of one customer who asked for it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const id = new URL(request.url).searchParams.get("id") ?? "";
  const text = await exportCustomerData(app, session.shop, id);
  if (text === null) throw new Response(null, { status: 404 });
  return new Response(text, {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
