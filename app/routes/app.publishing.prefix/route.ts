import type { LoaderFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { previewPrefix } from "../../use-cases/publishing/preview-prefix.ts";

/** What another beginning of our tags would do, asked while it is typed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const prefix = new URL(request.url).searchParams.get("prefix") ?? "";
  return await previewPrefix(app, session.shop, prefix);
}
