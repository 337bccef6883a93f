import type { PlainMessageKey, Text } from "../i18n/text.ts";
import type { HandHeld } from "../use-cases/pages/customer-list.ts";

const shortly: Record<HandHeld, PlainMessageKey> = {
  override: "held.short.override",
  "opt-out": "held.short.opt-out",
  undo: "held.short.undo",
  part: "held.short.part",
};

/** Beside a tier: why it is not the one of the rules. */
export function heldInShort(kind: HandHeld, text: Text): string {
  return text(shortly[kind]);
}
