/**
 * Calendar dates (YYYY-MM-DD, without a time zone) as Polaris's calendar takes them: it counts days in the browser's own
 * time zone, and only the calendar's numbers matter.
 */
export function dateOf(day: string): Date {
  const { year, month, date } = numbersOf(day);
  return new Date(year, month, date);
}

export function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function monthOf(day: string): { month: number; year: number } {
  const { year, month } = numbersOf(day);
  return { year, month };
}

function numbersOf(day: string): { year: number; month: number; date: number } {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month: month - 1, date };
}
