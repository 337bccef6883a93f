/** What changes by itself: Due soon, and the same words on other pages. */
export const soonMessages = {
  "soon.nobody": "Nobody is due to change by {until}.",
  "soon.sentence":
    "{customers, plural, one {# customer is} other {# customers are}} due to change by {until} without a new order: {down, number} to a lower tier, {up, number} to a higher one, {sideways, number} to another group. They spent {spent} in the last {days, number} days.",
  "soon.cut-offs":
    "By the cut-offs of the last calculation. An order moves a date; so may new cut-offs.",
  "soon.week": "{from} – {until}",
  "soon.pages": "Pages of customers due to change",
  "soon.column.day": "On",
  "soon.column.change": "Change",
  "soon.column.keep": "Kept by",
  "soon.keep.amount": "{amount} by {date}",
  "soon.keep.any-order": "any order by {date}",
  "soon.keep.not-by-one-order": "not by one order",
  "soon.column.spent": "Spent, {days, number} days",
  "soon.export.file": "due-soon.csv",
} as const;
