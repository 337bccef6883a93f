import { useText } from "../../i18n/use-text.tsx";
import type { RefusedCustomers } from "../../use-cases/pages/refused-customers.ts";
import { QuietLine } from "../page-states/quiet-line.tsx";
import { CustomerNotes } from "./customer-notes.tsx";
import { problemWords } from "./problem-words.ts";

/** The first customers whom Shopify refused to change, each with what it said, and how many more there are. */
export function RefusedList({ refused: { customers, first } }: { refused: RefusedCustomers }) {
  const text = useText();
  return (
    <>
      <CustomerNotes
        customers={first.map(({ customerId, problem }) => ({
          customerId,
          note: problemWords(problem, text),
        }))}
      />
      {customers > first.length ? (
        <QuietLine>
          {text("publishing.problems.more", { more: customers - first.length })}
        </QuietLine>
      ) : null}
    </>
  );
}
