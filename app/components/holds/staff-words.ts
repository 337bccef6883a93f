import type { Text } from "../../i18n/text.ts";
import { flowActor } from "../../use-cases/flow/actions/flow-actor.ts";

/** Only numbers of staff are known: "you", the last digits of somebody else, Shopify Flow, or the app itself. */
export function staffInWords(staff: string | null, viewer: string, text: Text): string {
  if (staff === null) return text("holds.by.itself");
  if (staff === flowActor) return text("holds.by.flow");
  return staff === viewer
    ? text("holds.by.you")
    : text("holds.by.staff", { digits: staff.slice(-4) });
}
