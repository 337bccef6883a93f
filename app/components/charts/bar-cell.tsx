import type { ReactNode } from "react";
import styles from "./bar-cell.module.css";

/** A number in a table with a bar for its share (0–1) of the largest. The number says it; the bar is decoration. */
export function BarCell({ share, children }: { share: number; children: ReactNode }) {
  return (
    <span className={styles.cell}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${Math.round(share * 1000) / 10}%` }} />
      </span>
      <span className={styles.number}>{children}</span>
    </span>
  );
}
