/** Rough width of one view's tab: its letters and its padding, in pixels. */
const LETTER_WIDTH_PX = 7.5;
const TAB_PADDING_PX = 30;
/** What tabs may take on a 768 px screen beside search and sort. Narrower screens scroll them. */
const ROOM_PX = 560;

/**
 * Whether these tabs stand side by side. Tabs that do not fit fold into a menu that screen readers cannot tell
 * from a tab, so tiers with many or long names are a filter instead.
 */
export function fitAsViews(names: readonly string[]): boolean {
  const width = names.reduce(
    (sum, name) => sum + name.length * LETTER_WIDTH_PX + TAB_PADDING_PX,
    0,
  );
  return width <= ROOM_PX;
}
