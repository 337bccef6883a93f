import { customerMessages } from "./customer.ts";
import { customersMessages } from "./customers.ts";
import { flowMessages } from "./flow.ts";
import { flowTriggersMessages } from "./flow-triggers.ts";
import { groupsMessages } from "./groups.ts";
import { discountsMessages } from "./discounts.ts";
import { holdsMessages } from "./holds.ts";
import { driftMessages } from "./drift.ts";
import { homeMessages } from "./home.ts";
import { insightsMessages } from "./insights.ts";
import { movementMessages } from "./movement.ts";
import { outlookMessages } from "./outlook.ts";
import { runsMessages } from "./runs.ts";
import { settingsPrivacyMessages } from "./settings-privacy.ts";
import { publishingMessages } from "./publishing.ts";
import { reconciliationMessages } from "./reconciliation.ts";
import { ruleMessages } from "./rule.ts";
import { settingsDataMessages } from "./settings-data.ts";
import { settingsMessages } from "./settings.ts";
import { settingsHealthMessages } from "./settings-health.ts";
import { settingsMoneyMessages } from "./settings-money.ts";
import { sharedMessages } from "./shared.ts";
import { tiersEditMessages } from "./tiers-edit.ts";
import { soonMessages } from "./soon.ts";
import { whyMessages } from "./why.ts";
import { tiersMessages } from "./tiers.ts";
import { previewMessages } from "./preview.ts";

/** Every sentence in English, the language whose keys and placeholders all others must have. */
export const messages = {
  ...sharedMessages,
  ...homeMessages,
  ...customersMessages,
  ...customerMessages,
  ...whyMessages,
  ...holdsMessages,
  ...tiersMessages,
  ...tiersEditMessages,
  ...previewMessages,
  ...flowMessages,
  ...flowTriggersMessages,
  ...groupsMessages,
  ...ruleMessages,
  ...publishingMessages,
  ...movementMessages,
  ...runsMessages,
  ...discountsMessages,
  ...soonMessages,
  ...driftMessages,
  ...insightsMessages,
  ...outlookMessages,
  ...reconciliationMessages,
  ...settingsMessages,
  ...settingsDataMessages,
  ...settingsMoneyMessages,
  ...settingsPrivacyMessages,
  ...settingsHealthMessages,
} as const;

export type EnglishMessages = typeof messages;
export type MessageKey = keyof EnglishMessages;
/** A catalog in any language. */
export type Messages = Record<MessageKey, string>;
