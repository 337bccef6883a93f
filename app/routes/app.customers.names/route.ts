import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { nameCustomers } from "../../use-cases/pages/customer-list.ts";

/** As many as one page of the list shows, with room for the moves on Home. */
const MOST_NAMES = 100;

const idsSchema = z
  .string()
  .transform((ids) => ids.split(","))
  .pipe(z.array(z.string().regex(/^\d{1,20}$/)).max(MOST_NAMES));

/** Names for the customers on screen, straight from Shopify; they are never stored. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const ids = idsSchema.safeParse(new URL(request.url).searchParams.get("ids"));
  if (!ids.success)
    throw new Response("ids: up to 100 customer numbers, separated by commas", { status: 400 });
  return { names: await nameCustomers(app, session.shop, ids.data) };
}
