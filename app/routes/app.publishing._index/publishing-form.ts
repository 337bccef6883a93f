import type { PublishingSettings } from "../../use-cases/pages/publishing-page.ts";

export type Switch = "tags" | "metafields" | "segments" | "discount";

/** The form's state. The percentage is text as typed, and kept while the discount is off. */
export interface PublishingForm extends Record<Switch, boolean> {
  percent: string;
}

const USUAL_PERCENT = 10;

export function formOf(settings: PublishingSettings): PublishingForm {
  const { tags, metafields, segments, topTierDiscountPercent } = settings;
  return {
    tags,
    metafields,
    segments,
    discount: topTierDiscountPercent !== null,
    percent: String(topTierDiscountPercent ?? USUAL_PERCENT),
  };
}

/** What is sent to be saved. A percentage that is no number becomes one that is refused at its field. */
export function settingsOf({
  tags,
  metafields,
  segments,
  discount,
  percent,
}: PublishingForm): PublishingSettings {
  const typed = percent.trim() === "" ? 0 : Number(percent);
  return {
    tags,
    metafields,
    segments,
    topTierDiscountPercent: discount ? (Number.isNaN(typed) ? 0 : typed) : null,
  };
}

/**
 * The discount needs the segment, and segments find their customers by tag: turning one on turns on what it needs,
 * turning one off turns off what needs it.
 */
export function withSwitch(form: PublishingForm, which: Switch, isOn: boolean): PublishingForm {
  const next = { ...form, [which]: isOn };
  if (isOn) {
    const segments = next.segments || which === "discount";
    return { ...next, segments, tags: next.tags || segments };
  }
  const segments = next.segments && next.tags;
  return { ...next, segments, discount: next.discount && segments };
}
