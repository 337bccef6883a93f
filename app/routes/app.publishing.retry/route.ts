import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { retryRefused } from "../../use-cases/publishing/retry-refused.ts";

/** `run` null = of the whole shop. */
const retryRequest = z.strictObject({ run: z.uuid().nullable() });

/** Tries once more to write customers whom Shopify refused. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const asked = retryRequest.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response("a run, or null, was expected", { status: 400 });
  return await retryRefused(app, session.shop, asked.data.run);
}
