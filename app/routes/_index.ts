import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

/** Where Shopify opens the app, with who is asking in the address. */
export function loader({ request }: LoaderFunctionArgs): Response {
  return redirect(`/app${new URL(request.url).search}`);
}
