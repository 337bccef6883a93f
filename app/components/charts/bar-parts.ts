export interface BarPart {
  /** Percent of the bar's width, 0–100. */
  widthPercent: number;
  /** 0–1. */
  share: number;
  /** Wide enough to print its share inside. */
  fitsLabel: boolean;
}

/** Below this share the printed number would not fit into its part at 375 px. */
const LABEL_FROM_SHARE = 0.09;

/** The parts of one stacked bar. Amounts below zero count as nothing; a bar without any amount has parts of width 0. */
export function barParts(amounts: readonly number[]): BarPart[] {
  const drawn = amounts.map((amount) => Math.max(0, amount));
  const total = drawn.reduce((sum, amount) => sum + amount, 0);
  return drawn.map((amount) => {
    const share = total === 0 ? 0 : amount / total;
    return { widthPercent: share * 100, share, fitsLabel: share >= LABEL_FROM_SHARE };
  });
}
