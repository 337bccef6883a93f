import { useNavigation } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";

/** Shows the admin's own loading bar while the next page's data is on its way; the old page stays until then. */
export function NavigationLoadingBar() {
  const shopify = useAppBridge();
  const isLoading = useNavigation().state !== "idle";
  useEffect(() => shopify.loading(isLoading), [shopify, isLoading]);
  return null;
}
