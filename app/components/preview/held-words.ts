import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { Preview } from "../../use-cases/previewing/preview-words.ts";

type HeldBy = Preview["held"][number]["by"];

const WORDS: Record<HeldBy, PlainMessageKey> = {
  keep: "preview.held.keep",
  grace: "preview.held.grace",
  "minimum-stay": "preview.held.minimum-stay",
  "one-step": "preview.held.one-step",
  freeze: "preview.held.freeze",
  welcome: "preview.held.welcome",
  "upgrade-waits": "preview.held.upgrade-waits",
  "refund-waits": "preview.held.refund-waits",
  override: "preview.held.override",
  "opt-out": "preview.held.opt-out",
  undo: "preview.held.undo",
  part: "preview.held.part",
};

/** What holds a customer's tier, as the end of "12 customers: …". */
export function heldInWords(by: HeldBy, text: Text): string {
  return text(WORDS[by]);
}
