/** A chance as people say it: about 3 in 10, fewer than 1 in 100. */
export interface Odds {
  how: "about" | "fewer" | "more";
  of: number;
  out: number;
}

/**
 * Tens where tens say it, hundreds near the ends, and never "0 in 10" or "10 in 10" of what may yet happen.
 *
 * Example: .31 → about 3 in 10; .04 → about 4 in 100; .002 → fewer than 1 in 100.
 */
export function oddsOf(chance: number): Odds {
  if (chance < 0.01) return { how: "fewer", of: 1, out: 100 };
  if (chance > 0.99) return { how: "more", of: 99, out: 100 };
  const tenths = Math.round(chance * 10);
  return chance >= 0.1 && tenths < 10
    ? { how: "about", of: tenths, out: 10 }
    : { how: "about", of: Math.round(chance * 100), out: 100 };
}
