import type { PlainMessageKey, Text } from "../i18n/text.ts";

const levels = {
  "on-time": "risk.on-time",
  due: "risk.due",
  late: "risk.late",
  "at-risk": "risk.at-risk",
  lost: "risk.lost",
} as const satisfies Record<string, PlainMessageKey>;

export type RiskLevel = keyof typeof levels;

export function riskInWords(level: RiskLevel, text: Text): string {
  return text(levels[level]);
}
