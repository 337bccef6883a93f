import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import "../components/charts/palette.css";
import { MissingAccess } from "../components/missing-access-banner.tsx";
import { NavigationLoadingBar } from "../components/navigation-loading-bar.tsx";
import { composition } from "../composition.server.ts";
import { useLanguage, useText } from "../i18n/use-text.tsx";
import { authenticate } from "../shopify/shopify.server.ts";
import { readMissingAccess } from "../use-cases/pages/missing-access.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const { app, credentials, network } = composition;
  const { apiKey } = credentials;
  const missingAccess = await readMissingAccess(app, session.shop);
  const handle = session.shop.replace(/\.myshopify\.com$/, "");
  return {
    apiKey,
    appBridgeUrl: network.appBridgeUrl,
    missingAccess,
    grantUrl: `https://admin.shopify.com/store/${handle}/oauth/install?client_id=${apiKey}`,
  };
}

export default function EmbeddedApp() {
  const { apiKey, appBridgeUrl, missingAccess, grantUrl } = useLoaderData<typeof loader>();
  const { polaris } = useLanguage();
  return (
    <AppProvider
      isEmbeddedApp
      apiKey={apiKey}
      i18n={polaris}
      {...(appBridgeUrl ? { __APP_BRIDGE_URL: appBridgeUrl } : {})}
    >
      <Navigation />
      <NavigationLoadingBar />
      <MissingAccess.Provider value={{ scopes: missingAccess, grantUrl }}>
        <Outlet />
      </MissingAccess.Provider>
    </AppProvider>
  );
}

/** The app's place in the admin's own navigation. A sub-page's address starts with its item's, which highlights the item. */
function Navigation() {
  const text = useText();
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {text("app.name")}
      </Link>
      <Link to="/app/customers">{text("nav.customers")}</Link>
      <Link to="/app/tiers">{text("nav.tiers")}</Link>
      <Link to="/app/groups">{text("nav.groups")}</Link>
      <Link to="/app/movement">{text("nav.movement")}</Link>
      <Link to="/app/insights">{text("nav.insights")}</Link>
      <Link to="/app/publishing">{text("nav.publishing")}</Link>
      <Link to="/app/settings">{text("nav.settings")}</Link>
    </NavMenu>
  );
}

/** Signing in throws responses that fetch a session token; everything else goes up to the root. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error)) return boundary.error(error);
  throw error;
}

export const headers: HeadersFunction = (headersArgs) => boundary.headers(headersArgs);
