import type { PlainMessageKey, Text } from "../i18n/text.ts";
import type { Move, MoveReason } from "../use-cases/pages/page-words.ts";

const REASONS: Record<MoveReason, PlainMessageKey> = {
  import: "move.reason.import",
  order: "move.reason.order",
  time: "move.reason.time",
  "cut-offs": "move.reason.cut-offs",
  rules: "move.reason.rules",
  "by-hand": "move.reason.by-hand",
  undo: "move.reason.undo",
};

export function reasonInWords(reason: MoveReason, text: Text): string {
  return text(REASONS[reason]);
}

/** "Growth to Core", "Entered Core" for somebody new, "Left Core, not ranked now". */
export function moveInWords({ from, to }: Pick<Move, "from" | "to">, text: Text): string {
  if (to === null) return text("move.left", { from: from ?? text("customer.not-ranked") });
  return from === null ? text("move.entered", { to }) : text("move.from-to", { from, to });
}
