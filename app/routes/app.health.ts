import type { LoaderFunctionArgs } from "@remix-run/node";
import { app } from "../composition.server.ts";
import { authenticate } from "../shopify/shopify.server.ts";
import { readHealthPage } from "../use-cases/pages/health-page.ts";

/** What Settings › Health shows, as JSON: the merchant's report for support. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { session } = await authenticate.admin(request);
  const { health } = await readHealthPage(app, session.shop);
  return Response.json(
    { shop: session.shop, at: new Date().toISOString(), ...health },
    { headers: { "Cache-Control": "no-store" } },
  );
}
