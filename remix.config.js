/**
 * The options of Remix. vite.config.ts hands them to its plugin; nothing else reads them.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  // A test beside a route is not a route.
  ignoredRouteFiles: ["**/*.test.{ts,tsx}", "**/*.md"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    // Off as in Shopify's own template for Remix: its library throws bare responses, which single fetch would wrap.
    v3_singleFetch: false,
    v3_routeConfig: false,
  },
};
