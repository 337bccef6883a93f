import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { GroupKind } from "../../use-cases/pages/groups-page.ts";

const words = {
  label: "groups.kind.label",
  dynamic: "groups.kind.dynamic",
  fixed: "groups.kind.fixed",
} as const satisfies Record<GroupKind, PlainMessageKey>;

export function kindInWords(kind: GroupKind, text: Text): string {
  return text(words[kind]);
}
