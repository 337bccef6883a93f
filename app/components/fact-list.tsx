import type { ReactNode } from "react";
import styles from "./fact-list.module.css";

interface FactListProps {
  /** Short values stand closer together. */
  isShort?: boolean;
  children: ReactNode;
}

/** Terms and their values in columns, as many as there is room for. Holds `Fact`s. */
export function FactList({ isShort = false, children }: FactListProps) {
  return <dl className={isShort ? styles.shortFacts : styles.facts}>{children}</dl>;
}

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
