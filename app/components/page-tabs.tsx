import { Link } from "@remix-run/react";
import type { PlainMessageKey } from "../i18n/text.ts";
import { useText } from "../i18n/use-text.tsx";
import styles from "./page-tabs.module.css";

interface PageTabsProps {
  /** What they are tabs of. */
  label: string;
  tabs: readonly { key: string; path: string; title: PlainMessageKey }[];
  current: string;
}

/**
 * The pages of one navigation item. Tabs are plain links, drawn by the server: Polaris measures its own in the browser
 * and folds what does not fit into a menu, which moves the page.
 */
export function PageTabs({ label, tabs, current }: PageTabsProps) {
  const text = useText();
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {tabs.map(({ key, path, title }) => (
          <li key={key}>
            <Link to={path} {...(key === current ? { "aria-current": "page" } : {})}>
              {text(title)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
