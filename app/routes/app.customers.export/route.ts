import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { exportCustomers } from "../../use-cases/pages/export-customers.ts";
import { queryFromAddress } from "../app.customers._index/list-query.ts";

/** Every customer of a view as CSV, written while it is read, so that its size does not matter. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const query = queryFromAddress(new URL(request.url).searchParams);
  const chunks = Readable.from(exportCustomers(app, session.shop, query));
  return new Response(createReadableStreamFromReadable(chunks), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" },
  });
}
