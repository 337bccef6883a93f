import { Link } from "@shopify/polaris";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { MoneyText } from "../../components/money-text.tsx";
import { moveInWords } from "../../components/move-words.ts";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { MoversResult } from "../../use-cases/previewing/list-movers.ts";

const ARROWS = { up: "↑ ", down: "↓ ", sideways: "" } as const;

/** One row each, whoever spent most first. */
export function MoverTable({
  movers,
  labels,
}: Pick<Extract<MoversResult, { kind: "movers" }>, "movers" | "labels">) {
  const text = useText();
  const names = useCustomerNames(movers.map(({ customerId }) => customerId));
  const nameOf = (key: string | null) =>
    key === null ? null : (labels.find((label) => label.key === key)?.name ?? key);
  return (
    <ScrollTable
      caption={text("tiers.movers.caption")}
      columns={[
        { heading: text("tiers.movers.customer") },
        { heading: text("tiers.movers.move") },
        { heading: text("tiers.movers.spent"), numeric: true },
      ]}
      rows={movers.map(({ customerId, from, to, direction, windowNetMinorUnits }) => ({
        key: customerId,
        cells: [
          <Link key="name" url={`/app/customers/${customerId}`} removeUnderline>
            <CustomerCell customerId={customerId} name={names[customerId]} />
          </Link>,
          `${ARROWS[direction]}${moveInWords({ from: nameOf(from), to: nameOf(to) }, text)}`,
          <MoneyText key="spent" minorUnits={windowNetMinorUnits} />,
        ],
      }))}
    />
  );
}
