import type { PublishingSettings } from "../../use-cases/pages/publishing-page.ts";

export type Switch = "tags" | "metafields" | "segments" | "discounts";

/**
 * Discounts need segments, and segments find their customers by tag: turning one on turns on what it needs, turning one
 * off turns off what needs it.
 */
export function withSwitch(
  form: PublishingSettings,
  which: Switch,
  isOn: boolean,
): PublishingSettings {
  const next = { ...form, [which]: isOn };
  if (isOn) {
    const segments = next.segments || which === "discounts";
    return { ...next, segments, tags: next.tags || segments };
  }
  const segments = next.segments && next.tags;
  return { ...next, segments, discounts: next.discounts && segments };
}
