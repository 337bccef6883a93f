/** Loopback, and the database server a developer may have set. */
export function isAllowedHost(host: string): boolean {
  const isLoopback = host === "localhost" || host === "::1" || host.startsWith("127.");
  return isLoopback || host === databaseHost();
}

function databaseHost(): string | null {
  const url = process.env["DATABASE_URL"];
  return url ? new URL(url).hostname : null;
}
