import { useBlocker } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";

/** While there are unsaved changes, every way off the page first asks in the admin's own words: links, tabs and Back. */
export function useLeaveGuard(hasUnsavedChanges: boolean, unguarded: readonly string[]): void {
  const shopify = useAppBridge();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      hasUnsavedChanges &&
      currentLocation.pathname !== nextLocation.pathname &&
      !unguarded.includes(nextLocation.pathname),
  );

  useEffect(() => {
    if (blocker.state !== "blocked") return;
    // Settles only when the merchant agrees to leave.
    shopify.saveBar.leaveConfirmation().then(
      () => blocker.proceed(),
      () => blocker.reset(),
    );
  }, [blocker, shopify]);
}
