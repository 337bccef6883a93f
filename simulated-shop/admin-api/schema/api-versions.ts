/** Versions this shop serves by their own schema. 2025-10 was retired in October 2026. */
export const API_VERSIONS = ["2026-01", "2026-04", "2026-07", "2026-10", "unstable"] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

const OLDEST_VERSION: ApiVersion = "2026-01";
const LATEST_VERSION: ApiVersion = "2026-10";
/** Shopify's first dated version: nothing before it was ever served. */
const FIRST_RELEASED = "2019-04";

/**
 * The version that answers what an address asks for. A retired one falls forward to the oldest still served, as does
 * an address without a version; the answer's header says so. Null for what never was a version, which is "Not Found".
 */
export function resolveApiVersion(asked: string | null): ApiVersion | null {
  if (asked === null) return OLDEST_VERSION;
  const served = API_VERSIONS.find((version) => version === asked);
  if (served !== undefined) return served;
  const isRetired =
    /^\d{4}-(01|04|07|10)$/.test(asked) && asked >= FIRST_RELEASED && asked < OLDEST_VERSION;
  return isRetired ? OLDEST_VERSION : null;
}

/** What `publicApiVersions` lists; `unstable` counts as unsupported. */
export function listApiVersions(): readonly {
  handle: string;
  displayName: string;
  supported: boolean;
}[] {
  return API_VERSIONS.map((handle) => ({
    handle,
    displayName: handle === LATEST_VERSION ? `${handle} (Latest)` : handle,
    supported: handle !== "unstable",
  }));
}
