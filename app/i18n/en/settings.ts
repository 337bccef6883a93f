/** The Settings page itself and what the pages below it share; each of those has its own catalog. */
export const settingsMessages = {
  "settings.title": "Settings",
  "settings.shop.title": "Shop",
  "settings.shop.sentence": "What Echelon goes by, as Shopify states it.",
  "settings.shop.domain": "Shop",
  "settings.shop.currency": "Currency",
  "settings.shop.time-zone": "Time zone",
  "settings.shop.installed": "Installed",

  "settings.clean-up.title": "Remove everything",
  "settings.clean-up.sentence": "Takes everything that Echelon ever wrote out of your shop.",
  "settings.clean-up.written":
    "Echelon has written to {customers, plural, one {# customer} other {# customers}}, and made {segments, plural, one {# segment} other {# segments}} and {discounts, plural, one {# discount} other {# discounts}}.",
  "settings.clean-up.running":
    "Removing: {customers, plural, one {# customer} other {# customers}}, {segments, plural, one {# segment} other {# segments}} and {discounts, plural, one {# discount} other {# discounts}} left. You can leave this page.",
  "settings.clean-up.nothing": "Nothing that Echelon wrote is in your shop.",
  "settings.clean-up.before-uninstall":
    "Do this before you uninstall Echelon: afterwards it has no access to take anything away. The definitions of its fields go with the app.",
  "settings.clean-up.button": "Remove everything Echelon wrote",
  "settings.clean-up.started": "Removal started",
  "settings.clean-up.modal.title": "Remove everything Echelon wrote?",
  "settings.clean-up.modal":
    "Tags and fields of {customers, plural, one {# customer} other {# customers}}, {segments, plural, one {# segment} other {# segments}} and {discounts, plural, one {# discount} other {# discounts}} are deleted in Shopify, and publishing is switched off. Your own tags, segments and discounts stay.",
  "settings.clean-up.modal.confirm": "Remove everything",
  "settings.clean-up.modal.cancel": "Cancel",
} as const;
