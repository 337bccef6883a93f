export const WHOLE_BP = 10_000;
const BP_PER_PERCENT = 100;

export function percentOf(basisPoints: number): string {
  return String(basisPoints / BP_PER_PERCENT);
}

/** NaN for what is no number. */
export function basisPointsIn(percent: string): number {
  return Math.round(numberIn(percent) * BP_PER_PERCENT);
}

/** NaN for what is no number, nothing typed included. */
export function numberIn(typed: string): number {
  return typed.trim() === "" ? Number.NaN : Number(typed);
}

/** The number typed; what is none stays as it was typed, so that it is refused at its field and never read as zero. */
export function numberOrTyped(typed: string): number | string {
  const number = numberIn(typed);
  return Number.isNaN(number) ? typed : number;
}
