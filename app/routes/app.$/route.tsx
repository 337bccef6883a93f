import type { LoaderFunctionArgs } from "@remix-run/node";
import { authenticate } from "../../shopify/shopify.server.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";

/** An address below /app that leads nowhere, so that its page stands in the app's own frame. */
export async function loader({ request }: LoaderFunctionArgs) {
  await authenticate.admin(request);
  throw new Response("There is no such page.", { status: 404 });
}

export default function NowhereRoute() {
  return null;
}
