/**
 * What Shopify Flow is told in words. Not part of the pages' catalogs: these words leave the app, in the language in
 * which the merchant had segments named, and a workflow may put them into an e-mail.
 */
import { namingLocaleOf } from "./segment-names.ts";

export type TierChangeReason = "order" | "time" | "cut-offs" | "rules" | "by-hand" | "undo";

export interface FlowWords {
  tierChanged: Record<TierChangeReason, string>;
  /** Whole days. */
  atRisk(daysSinceLast: number, usualDays: number): string;
  /** `day`: 2026-07-31 */
  aboutToChange(nextTier: string, day: string): string;
  /** Of the time after the last tier is lost. */
  noTier: string;
}

const words: Record<string, FlowWords> = {
  en: {
    tierChanged: {
      order: "After an order",
      time: "Time passed",
      "cut-offs": "Others bought more or less",
      rules: "Rules changed",
      "by-hand": "Set by hand",
      undo: "Taken back",
    },
    atRisk: (days, usual) => `${days} days since the last purchase, usually ${usual}`,
    aboutToChange: (tier, day) => `${tier} from ${day} if nothing is bought before`,
    noTier: "No tier",
  },
  "zh-CN": {
    tierChanged: {
      order: "有新订单",
      time: "时间推移",
      "cut-offs": "其他客户的购买有变化",
      rules: "规则已更改",
      "by-hand": "手动设置",
      undo: "已撤销",
    },
    atRisk: (days, usual) => `距上次购买已有 ${days} 天，通常为 ${usual} 天`,
    aboutToChange: (tier, day) => `如在此之前没有购买，自 ${day} 起为“${tier}”`,
    noTier: "无等级",
  },
  ru: {
    tierChanged: {
      order: "После заказа",
      time: "Прошло время",
      "cut-offs": "Изменились покупки других",
      rules: "Изменились правила",
      "by-hand": "Задано вручную",
      undo: "Отменено",
    },
    atRisk: (days, usual) => `Дней с последней покупки: ${days}, обычно: ${usual}`,
    aboutToChange: (tier, day) => `${tier} с ${day}, если до этого ничего не купят`,
    noTier: "Без уровня",
  },
};

const english = words["en"];

/** `locale` as Shopify tells it. English where there are no words of ours. */
export function flowWordsIn(locale: string): FlowWords {
  const said = words[namingLocaleOf(locale)] ?? english;
  if (said === undefined) throw new Error("there are no English words");
  return said;
}
