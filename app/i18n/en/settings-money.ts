export const settingsMoneyMessages = {
  "settings.money.title": "Money",
  "settings.money.question": "What counts as sales?",
  "settings.money.lead":
    "Net sales: total minus refunds, in {currency} at each order’s own rate. Cancelled and test orders do not count.",
  "settings.money.figures.title": "Sales",
  "settings.money.figures.sentence": "What your customers’ orders come to.",
  "settings.money.figures.net": "Net sales",
  "settings.money.figures.counted": "Orders counted",
  "settings.money.figures.counted-of": "{counted, number} of {orders, number}",
} as const;
