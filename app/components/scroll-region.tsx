import type { ReactNode } from "react";
import styles from "./scroll-region.module.css";

/** Lets what is too wide scroll inside its card, also by keyboard, with a shade where there is more. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
