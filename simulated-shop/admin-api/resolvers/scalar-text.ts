/**
 * A DateTime as Shopify prints it: UTC, whole seconds. Milliseconds appear only where a frozen clock made a change a
 * few of them later than the one before (world/change-time.ts).
 */
export function dateTimeText(momentMs: number): string {
  return new Date(momentMs).toISOString().replace(".000Z", "Z");
}

/** The same for a moment that may not have come. */
export function optionalDateTimeText(momentMs: number | null): string | null {
  return momentMs === null ? null : dateTimeText(momentMs);
}
