import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { exportDueSoon } from "../../use-cases/pages/export-due-soon.ts";

/** Everybody who is due to change soon as CSV, written while it is read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const chunks = Readable.from(exportDueSoon(app, session.shop));
  return new Response(createReadableStreamFromReadable(chunks), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" },
  });
}
