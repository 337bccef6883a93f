import type { PlainMessageKey } from "../../i18n/text.ts";

/** A page below Settings, and the question it answers. */
export interface SettingsPageLink {
  path: `/app/settings/${string}`;
  title: PlainMessageKey;
  question: PlainMessageKey;
}

/** In the order in which a merchant needs them. */
export const settingsPages: readonly SettingsPageLink[] = [
  {
    path: "/app/settings/money",
    title: "settings.money.title",
    question: "settings.money.question",
  },
  {
    path: "/app/settings/data",
    title: "settings.data.title",
    question: "settings.data.question",
  },
  {
    path: "/app/settings/privacy",
    title: "settings.privacy.title",
    question: "settings.privacy.question",
  },
  {
    path: "/app/settings/health",
    title: "settings.health.title",
    question: "settings.health.question",
  },
];
