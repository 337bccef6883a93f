/** The Settings page itself and what the pages below it share; each of those has its own catalog. */
export const settingsMessages = {
  "settings.title": "Settings",
  "settings.shop.title": "Shop",
  "settings.shop.sentence": "What Echelon goes by, as Shopify states it.",
  "settings.shop.domain": "Shop",
  "settings.shop.currency": "Currency",
  "settings.shop.time-zone": "Time zone",
  "settings.shop.installed": "Installed",
} as const;
