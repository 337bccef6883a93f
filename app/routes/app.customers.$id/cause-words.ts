import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Why } from "../../use-cases/pages/why.ts";

type Cause = NonNullable<Why["nextChange"]>["cause"];
type Hold = Extract<Cause, { kind: "hold-ends" }>["hold"];

const holdEnds: Record<Hold, PlainMessageKey> = {
  override: "why.cause.override-ends",
  "opt-out": "why.cause.opt-out-ends",
  pin: "why.cause.pin-ends",
  freeze: "why.cause.freeze-ends",
};

/** What happens on the day of the change. */
export function causeInWords(
  cause: Cause,
  windowDays: number,
  text: Text,
  formats: Pick<Formats, "calendarDate" | "money">,
): string {
  switch (cause.kind) {
    case "hold-ends":
      return text(holdEnds[cause.hold]);
    case "wait-ends":
      return text("why.cause.wait-ends", { date: formats.calendarDate(cause.belowFrom) });
    case "leaves-window":
      return text("why.cause.leaves-window", {
        orders: cause.orders,
        amount: formats.money(cause.netMinorUnits),
        date: formats.calendarDate(cause.orderedOn),
        days: windowDays,
      });
    case "silence":
      return text("why.cause.silence", { days: cause.days });
  }
}
