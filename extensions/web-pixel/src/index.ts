// Tells Echelon what a customer who has signed in looks at, searches for and puts into the cart. Nothing of anybody else.
import { register } from "@shopify/web-pixels-extension";
import { EVENT_NAMES, interestOf, numberIn, type Interest } from "./interest-of.ts";

register(({ analytics, init, settings, customerPrivacy }) => {
  const account = textIn(settings, "accountID");
  const endpoint = textIn(settings, "endpoint");
  const customer = numberIn(init.data.customer?.id);
  if (account === "" || endpoint === "" || customer === null) return;

  // Shopify loads the pixel only with consent; a visitor may take it back while a page is open.
  let isAllowed = init.customerPrivacy.analyticsProcessingAllowed;
  customerPrivacy.subscribe("visitorConsentCollected", (event) => {
    isAllowed = event.customerPrivacy.analyticsProcessingAllowed;
  });
  for (const name of EVENT_NAMES) {
    void analytics.subscribe(name, (event) => {
      const interest = isAllowed ? interestOf(name, "data" in event ? event.data : null) : null;
      if (interest !== null) send({ account, customer, ...interest });
    });
  }

  function send(count: { account: string; customer: string } & Interest): void {
    // Plain text, which needs no question before it; a count that gets lost is lost.
    void fetch(endpoint, { method: "POST", body: JSON.stringify(count), keepalive: true }).catch(
      () => undefined,
    );
  }
});

function textIn(settings: object, name: string): string {
  const value: unknown = Reflect.get(settings, name);
  return typeof value === "string" ? value : "";
}
