import { CellProblem } from "./number-columns.ts";

/** `Number` reads blanks as 0 and knows hexadecimal; a table of measurements has neither. */
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export function readNumber(text: string): number {
  const value = decimal.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) throw new CellProblem("expected a number");
  return value;
}

export function readNotNegative(text: string): number {
  const value = readNumber(text);
  if (value < 0) throw new CellProblem("expected a number of at least 0");
  return value;
}

export function readCount(text: string): number {
  const value = readNumber(text);
  if (!Number.isInteger(value) || value < 0)
    throw new CellProblem("expected a whole number of at least 0");
  return value;
}

/** A customer without orders to average has nothing there. */
export function blankAsZero(read: (text: string) => number): (text: string) => number {
  return (text) => (text === "" ? 0 : read(text));
}
