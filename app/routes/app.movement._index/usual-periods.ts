/** The periods that go by a name. `days` as in the address. */
export const usualPeriods = [
  { days: "30", name: "movement.period.month" },
  { days: "90", name: "movement.period.quarter" },
  { days: "365", name: "movement.period.year" },
] as const;
