import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { app, previewer } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { exportMovers } from "../../use-cases/pages/movers-page.ts";
import { whichFromAddress } from "../app.tiers.movers._index/which-movers.ts";

/** Everybody who would move by the draft, as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const which = whichFromAddress(new URL(request.url).searchParams);
  const chunks = Readable.from(exportMovers(app, previewer, session.shop, which));
  return new Response(createReadableStreamFromReadable(chunks), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" },
  });
}
