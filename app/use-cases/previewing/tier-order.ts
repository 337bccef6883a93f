type Ladder = readonly { key: string }[];

/**
 * Where tiers of two ladders stand beside each other, highest first: a tier that is given up comes right above the next
 * lower one that stays.
 */
export function mergeLadders(from: Ladder, to: Ladder): string[] {
  const merged = to.map(({ key }) => key);
  for (const [index, { key }] of [...from.entries()].reverse()) {
    if (merged.includes(key)) continue;
    const below = from.slice(index + 1).find((tier) => merged.includes(tier.key));
    merged.splice(below === undefined ? merged.length : merged.indexOf(below.key), 0, key);
  }
  return merged;
}

/** "up", "down", or "sideways" for who stays or is in no tier before or after. */
export function createDirections(
  ladder: readonly string[],
): (from: string | null, to: string | null) => "up" | "down" | "sideways" {
  return (from, to) => {
    if (from === null || to === null || from === to) return "sideways";
    const fromPlace = ladder.indexOf(from);
    const toPlace = ladder.indexOf(to);
    if (fromPlace < 0 || toPlace < 0) return "sideways";
    return toPlace < fromPlace ? "up" : "down";
  };
}
