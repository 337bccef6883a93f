import { BlockStack, Card, Link, List, Text } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { GroupMapPage } from "../../use-cases/pages/group-map-page.ts";
import { totalsOfGroups, totalsOfSelection, type Selection } from "./selection.ts";

interface SideCardProps {
  page: GroupMapPage;
  selection: Selection;
}

/** Who is in the chosen group or square: how many, what they bring, what they are like. */
export function SideCard({ page, selection }: SideCardProps) {
  const text = useText();
  const formats = useFormats();
  const { customers, ...sums } = totalsOfSelection(page, selection);
  const allSales = totalsOfGroups(page).reduce((sum, each) => sum + each.windowNetMinorUnits, 0);
  const nameOf = (key: string) => page.groups.find((group) => group.key === key)?.name ?? key;
  const title =
    selection.kind === "group" ? nameOf(selection.key) : text("groups.side.cell", selection);

  return (
    <Card>
      <BlockStack gap="300">
        <div aria-live="polite">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
        </div>
        {customers === 0 ? (
          <QuietLine>{text("groups.side.nobody")}</QuietLine>
        ) : (
          <FactList isShort>
            <Fact term={text("groups.side.customers")}>{formats.integer(customers)}</Fact>
            <Fact term={text("groups.side.sales", { days: page.windowDays })}>
              {formats.moneyInShort(sums.windowNetMinorUnits)}
            </Fact>
            {page.rankedCustomers >= FEWEST_FOR_SHARES && allSales > 0 ? (
              <Fact term={text("groups.side.share")}>
                {formats.percent(sums.windowNetMinorUnits / allSales)}
              </Fact>
            ) : null}
            <Fact term={text("groups.side.orders")}>
              {formats.plainNumber(Math.round((10 * sums.countedOrders) / customers) / 10)}
            </Fact>
            <Fact term={text("groups.side.spent")}>
              {formats.moneyInShort(sums.windowNetMinorUnits / customers)}
            </Fact>
            <Fact term={text("groups.side.last-order")}>
              {text("groups.side.days-ago", {
                days: Math.round(sums.daysSinceLastOrder / customers),
              })}
            </Fact>
          </FactList>
        )}
        {selection.kind === "group" && customers > 0 ? (
          <Text as="p">
            <Link url={`/app/customers?group=${encodeURIComponent(selection.key)}`}>
              {text("groups.side.show")}
            </Link>
          </Text>
        ) : null}
        {selection.kind === "cell" && customers > 0 ? (
          <List>
            {page.cells
              .filter(
                (cell) =>
                  cell.recency === selection.recency &&
                  cell.frequencyMonetary === selection.frequencyMonetary,
              )
              .flatMap(({ groups }) => groups)
              .map(({ key, customers: inGroup }) => (
                <List.Item key={key}>
                  {text("groups.side.of-group", { group: nameOf(key), customers: inGroup })}
                </List.Item>
              ))}
          </List>
        ) : null}
      </BlockStack>
    </Card>
  );
}
