import { Link } from "@shopify/polaris";
import { CustomerCell } from "../customer-cell.tsx";
import { useCustomerNames } from "../customer-names.ts";
import styles from "./customer-notes.module.css";

interface CustomerNotesProps {
  customers: { customerId: string; note: string }[];
}

/** Customers, each with a word about them. */
export function CustomerNotes({ customers }: CustomerNotesProps) {
  const names = useCustomerNames(customers.map(({ customerId }) => customerId));
  return (
    <ul className={styles.list}>
      {customers.map(({ customerId, note }) => (
        <li key={customerId} className={styles.customer}>
          <Link url={`/app/customers/${customerId}`} removeUnderline>
            <CustomerCell customerId={customerId} name={names[customerId]} />
          </Link>
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
