/** The address of another database on the same server. */
export function urlOfDatabase(anyUrlOfServer: string, name: string): string {
  const url = new URL(anyUrlOfServer);
  url.pathname = `/${name}`;
  return url.href;
}
