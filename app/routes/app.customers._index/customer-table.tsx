import { Banner, Box, IndexTable, Link, Text, useIndexResourceState } from "@shopify/polaris";
import { useRef, useState } from "react";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { heldInShort } from "../../components/held-words.ts";
import { chosenFields, type ChosenCustomers } from "../../components/holds/chosen-customers.ts";
import { problemInWords } from "../../components/holds/hand-problems.ts";
import { useHalfCheckedBoxes } from "../../components/half-checked-boxes.ts";
import { HoldModal, type HoldKind } from "../../components/holds/hold-modal.tsx";
import { useHand } from "../../components/holds/use-hand.ts";
import { MoneyText } from "../../components/money-text.tsx";
import { NextChangeText } from "../../components/next-change-text.tsx";
import { TierName } from "../../components/tier-name.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type {
  CustomerList,
  CustomerListQuery,
  CustomerRow,
} from "../../use-cases/pages/customer-list.ts";
import { AddToGroupModal } from "./add-to-group-modal.tsx";
import { columnsOf } from "./columns.ts";
import styles from "./customer-table.module.css";
import { addressOf } from "./list-query.ts";
import { NoMatch } from "./no-customers.tsx";
import { useListView } from "./use-list-view.ts";

interface CustomerTableProps {
  list: CustomerList;
  query: CustomerListQuery;
}

/** Fifty rows; each is a link to its customer, and some or all can be decided about by hand. */
export function CustomerTable({ list, query }: CustomerTableProps) {
  const text = useText();
  const view = useListView(query);
  const names = useCustomerNames(list.rows.map((row) => row.customerId));
  const columns = columnsOf(list.windowDays, text);
  const [open, setOpen] = useState<HoldKind | "group" | null>(null);
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(list.rows.map(({ customerId }) => ({ id: customerId })));
  const table = useRef<HTMLDivElement>(null);
  useHalfCheckedBoxes(table);
  const hand = useHand(clearSelection);
  const whom: ChosenCustomers = allResourcesSelected
    ? { kind: "all-that-match", view: viewOf(query), customers: list.matching }
    : { kind: "these", customerIds: selectedResources };
  if (list.rows.length === 0) return <NoMatch onClearAll={view.showAll} />;

  return (
    <div ref={table}>
      {hand.problem === null ? null : (
        <Box padding="300">
          <Banner tone="warning">{problemInWords(hand, text)}</Banner>
        </Box>
      )}
      <IndexTable
        resourceName={{
          singular: text("customers.resource.one"),
          plural: text("customers.resource.many"),
        }}
        itemCount={list.rows.length}
        hasMoreItems={list.matching > list.rows.length}
        paginatedSelectAllActionText={text("holds.many.select", { customers: list.matching })}
        paginatedSelectAllText={text("holds.many.selected", { customers: list.matching })}
        selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
        onSelectionChange={handleSelectionChange}
        promotedBulkActions={[
          { content: text("holds.override.action"), onAction: () => setOpen("override") },
          { content: text("holds.opt-out.action"), onAction: () => setOpen("opt-out") },
        ]}
        bulkActions={[
          { content: text("groups.add.bulk"), onAction: () => setOpen("group") },
          { content: text("holds.freeze.action"), onAction: () => setOpen("freeze") },
          {
            content: text("holds.release.action"),
            onAction: () =>
              hand.act("release", {
                ...chosenFields(whom),
                kinds: "override,opt-out,freeze,pin",
              }),
          },
          {
            content: text("holds.recalculate.action"),
            onAction: () => hand.act("recalculate", chosenFields(whom)),
          },
        ]}
        loading={view.isLoading}
        headings={columns.headings}
        sortable={columns.sorts.map((sort) => sort !== null)}
        sortColumnIndex={columns.sorts.indexOf(query.sort)}
        sortDirection={query.direction}
        sortToggleLabels={columns.sortLabels}
        onSort={(index, direction) =>
          view.show({ sort: columns.sorts[index] ?? "value", direction })
        }
        pagination={{
          hasPrevious: list.previousCursor !== null,
          hasNext: list.nextCursor !== null,
          onPrevious: () => view.show({ cursor: list.previousCursor }),
          onNext: () => view.show({ cursor: list.nextCursor }),
        }}
      >
        {list.rows.map((row, index) => (
          <Row
            key={row.customerId}
            row={row}
            position={index}
            name={names[row.customerId]}
            tierCount={list.tiers.length}
            isSelected={selectedResources.includes(row.customerId)}
          />
        ))}
      </IndexTable>
      <AddToGroupModal
        whom={whom}
        onAddAll={(fields) => hand.act("add-to-group", fields)}
        isOpen={open === "group"}
        onClose={() => setOpen((before) => (before === "group" ? null : before))}
        onDone={clearSelection}
      />
      {(["override", "opt-out", "freeze"] as const).map((kind) => (
        <HoldModal
          key={kind}
          kind={kind}
          chosen={whom}
          tiers={list.tiers}
          isOpen={open === kind}
          onClose={() => setOpen((before) => (before === kind ? null : before))}
          onDone={clearSelection}
        />
      ))}
    </div>
  );
}

/** Whom it shows, on all pages. */
function viewOf(query: CustomerListQuery): string {
  return addressOf({ ...query, cursor: null }).toString();
}

interface RowProps {
  row: CustomerRow;
  position: number;
  name: string | undefined;
  tierCount: number;
  isSelected: boolean;
}

function Row({ row, position, name, tierCount, isSelected }: RowProps) {
  const text = useText();
  const formats = useFormats();
  return (
    <IndexTable.Row id={row.customerId} position={position} selected={isSelected}>
      <IndexTable.Cell>
        <Link dataPrimaryLink url={`/app/customers/${row.customerId}`} monochrome removeUnderline>
          <CustomerCell customerId={row.customerId} name={name} />
        </Link>
      </IndexTable.Cell>
      <IndexTable.Cell>
        {row.tierName !== null && row.tierRank !== null ? (
          <span className={styles.tier}>
            <TierName name={row.tierName} rank={row.tierRank} tierCount={tierCount} />
          </span>
        ) : (
          text(row.value === null ? "customer.not-ranked" : "customer.no-tier")
        )}
        {row.heldBy.map((kind) => (
          <Text key={kind} as="p" tone="subdued" variant="bodySm">
            {heldInShort(kind, text)}
          </Text>
        ))}
      </IndexTable.Cell>
      <IndexTable.Cell>{row.groupName ?? text("customers.no-group")}</IndexTable.Cell>
      <IndexTable.Cell>
        {row.nextChange === null ? (
          text("customers.next-change.none")
        ) : (
          <span className={styles.change}>
            <span>{formats.calendarDate(row.nextChange.on)}</span>
            <NextChangeText change={row.nextChange} />
          </span>
        )}
      </IndexTable.Cell>
      <IndexTable.Cell>
        <MoneyText minorUnits={row.windowNetMinorUnits} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Numeric>{formats.integer(row.windowOrders)}</Numeric>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Numeric>
          {row.lastOrderAt === null ? text("customers.no-order") : formats.date(row.lastOrderAt)}
        </Numeric>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Numeric>
          {row.value === null ? text("customers.no-value") : formats.decimal(row.value)}
        </Numeric>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function Numeric({ children }: { children: string }) {
  return (
    <Text as="span" numeric alignment="end">
      {children}
    </Text>
  );
}
