export interface MovedCount {
  /** Tier names; null = not ranked. */
  from: string | null;
  to: string | null;
  customers: number;
}

export interface MatrixCell {
  to: string | null;
  customers: number;
  /** "none": nobody, or a move that is neither up nor down (from or to a tier that no longer exists). */
  direction: "up" | "down" | "stayed" | "none";
}

export interface Matrix {
  names: (string | null)[];
  rows: { from: string | null; cells: MatrixCell[] }[];
}

/**
 * Arranges counted moves as a square table: the tiers highest first, then former tiers that still appear, then
 * "not ranked" (null) when somebody came from there or went there. Entering from not ranked is up, leaving is down.
 */
export function matrixOf(moves: readonly MovedCount[], tierNames: readonly string[]): Matrix {
  const appearing = moves.flatMap((move) => [move.from, move.to]);
  const formerNames = [...new Set(appearing)].filter(
    (name): name is string => name !== null && !tierNames.includes(name),
  );
  const names = [...tierNames, ...formerNames, ...(appearing.includes(null) ? [null] : [])];

  return {
    names,
    rows: names.map((from) => ({ from, cells: names.map((to) => cellOf(from, to)) })),
  };

  function cellOf(from: string | null, to: string | null): MatrixCell {
    const customers = moves
      .filter((move) => move.from === from && move.to === to)
      .reduce((sum, move) => sum + move.customers, 0);
    return {
      to,
      customers,
      direction: customers === 0 ? (from === to ? "stayed" : "none") : directionOf(from, to),
    };
  }

  function directionOf(from: string | null, to: string | null): MatrixCell["direction"] {
    if (from === to) return "stayed";
    const fromPosition = positionOf(from);
    const toPosition = positionOf(to);
    if (fromPosition === undefined || toPosition === undefined) return "none";
    return toPosition < fromPosition ? "up" : "down";
  }

  /** 0 = highest; below every tier when not ranked; undefined for a former tier, whose place nobody knows any more. */
  function positionOf(name: string | null): number | undefined {
    if (name === null) return tierNames.length;
    const position = tierNames.indexOf(name);
    return position === -1 ? undefined : position;
  }
}
