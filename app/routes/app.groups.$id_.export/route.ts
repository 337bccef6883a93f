import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { exportMembers } from "../../use-cases/groups/export-members.ts";

/** The members of a group as CSV, written while they are read, so that their number does not matter. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const chunks = Readable.from(exportMembers(app, session.shop, params["id"] ?? ""));
  return new Response(createReadableStreamFromReadable(chunks), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" },
  });
}
