import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { exportPlannedWrites } from "../../use-cases/pages/planned-writes.ts";

/** As CSV, written while it is read, so that its size does not matter. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const chunks = Readable.from(exportPlannedWrites(app, session.shop));
  return new Response(createReadableStreamFromReadable(chunks), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" },
  });
}
