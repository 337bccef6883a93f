import { useText } from "../i18n/use-text.tsx";
import styles from "./customer-cell.module.css";

interface CustomerCellProps {
  customerId: string;
  /** As Shopify tells it, once it was fetched. */
  name: string | undefined;
}

/** A customer by name, or by number until (or unless) the name arrives. The width is kept, so nothing shifts then. */
export function CustomerCell({ customerId, name }: CustomerCellProps) {
  const text = useText();
  return <span className={styles.cell}>{name ?? text("customer.number", { id: customerId })}</span>;
}
