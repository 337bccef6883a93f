/** So many at once, and so many a second after that. */
export interface AllowanceSettings {
  most: number;
  perSecond: number;
  /** Names remembered at a time; the longest unheard of is forgotten, and begins anew. */
  mostNames?: number;
}

export interface Allowance {
  /** Takes one from a name's allowance. False: it is used up. */
  take(name: string): boolean;
}

/** Keeps the count of what comes from outside within bounds, per name and process. @param clock milliseconds of a steady clock. */
export function createAllowance(
  { most, perSecond, mostNames = 10_000 }: AllowanceSettings,
  clock: () => number = () => performance.now(),
): Allowance {
  const byName = new Map<string, { left: number; at: number }>();
  return {
    take(name) {
      const now = clock();
      const held = byName.get(name) ?? { left: most, at: now };
      const left = Math.min(most, held.left + ((now - held.at) / 1000) * perSecond);
      const isAllowed = left >= 1;
      byName.delete(name);
      byName.set(name, { left: isAllowed ? left - 1 : left, at: now });
      const oldest = byName.keys().next().value;
      if (byName.size > mostNames && oldest !== undefined) byName.delete(oldest);
      return isAllowed;
    },
  };
}
