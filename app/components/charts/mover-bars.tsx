import { Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Move } from "../../use-cases/pages/page-words.ts";
import { moveInWords } from "../move-words.ts";
import styles from "./mover-bars.module.css";

const ARROWS = { up: "↑", down: "↓", sideways: "→" } as const;

interface MoverBarsProps {
  moves: (Pick<Move, "from" | "to" | "direction"> & { customers: number })[];
}

/** Who moved, the most first: a list whose bars only show what its numbers say. Down is hatched. */
export function MoverBars({ moves }: MoverBarsProps) {
  const text = useText();
  const formats = useFormats();
  const most = Math.max(1, ...moves.map(({ customers }) => customers));
  return (
    <ul className={styles.movers}>
      {moves.map(({ from, to, direction, customers }) => (
        <li key={`${from ?? ""} ${to ?? ""}`}>
          <span className={styles.move}>
            <span aria-hidden="true">{ARROWS[direction]} </span>
            {moveInWords({ from, to }, text)}
            {direction === "sideways" ? null : (
              <Text as="span" visuallyHidden>
                {` ${text(direction === "up" ? "move.up" : "move.down")}`}
              </Text>
            )}
          </span>
          <span aria-hidden="true">
            <span
              className={`${styles.bar} ${direction === "sideways" ? "" : styles[direction]}`}
              style={{ width: `${Math.round((1000 * customers) / most) / 10}%` }}
            />
          </span>
          <span className={styles.number}>{formats.integer(customers)}</span>
        </li>
      ))}
    </ul>
  );
}
