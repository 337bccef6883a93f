import type { LoaderFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { exportMovement } from "../../use-cases/pages/export-movement.ts";
import { movementFromAddress } from "../app.movement._index/movement-query.ts";

/** The moves of a period as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const query = movementFromAddress(new URL(request.url).searchParams);
  const csv = await exportMovement(app, session.shop, query);
  return new Response(csv, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" },
  });
}
