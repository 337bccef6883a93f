/** What `POST /admin/api/{version}` answers. Others are "Not Found", as a retired version is at Shopify. */
export const API_VERSIONS = ["2026-07", "2026-10"] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

export function isApiVersion(value: string): value is ApiVersion {
  return API_VERSIONS.some((version) => version === value);
}
