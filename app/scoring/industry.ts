/**
 * What a shop sells. Where a shop is too small to know its own customers yet, its cut points and models start from what
 * shops of its industry are roughly like.
 */
export const industryKeys = ["general", "fashion", "beauty", "food", "home"] as const;

export type IndustryKey = (typeof industryKeys)[number];
