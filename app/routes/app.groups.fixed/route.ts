import type { LoaderFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { listFixedGroups } from "../../use-cases/pages/fixed-groups.ts";

/** The groups that customers of a list can be added to. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return await listFixedGroups(app, session.shop);
}
