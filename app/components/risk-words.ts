import type { PlainMessageKey, Text } from "../i18n/text.ts";

/** From the mildest on. */
export const riskLevels = ["on-time", "due", "late", "at-risk", "lost"] as const;

export type RiskLevel = (typeof riskLevels)[number];

const words = {
  "on-time": "risk.on-time",
  due: "risk.due",
  late: "risk.late",
  "at-risk": "risk.at-risk",
  lost: "risk.lost",
} as const satisfies Record<RiskLevel, PlainMessageKey>;

export function riskInWords(level: RiskLevel, text: Text): string {
  return text(words[level]);
}
