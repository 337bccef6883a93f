import { Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { ScrollRegion } from "../scroll-region.tsx";
import styles from "./charts.module.css";
import { matrixOf, type MovedCount } from "./matrix-cells.ts";

interface MoveMatrixProps {
  moves: MovedCount[];
  /** Names, highest tier first. */
  tierNames: string[];
}

/** "Who moved from where to where?" A real table, so it is its own twin. Up and down carry an arrow, down is hatched. */
export function MoveMatrix({ moves, tierNames }: MoveMatrixProps) {
  const text = useText();
  const formats = useFormats();
  const { names, rows } = matrixOf(moves, tierNames);
  const nameOf = (name: string | null) => name ?? text("customer.not-ranked");

  return (
    <ScrollRegion label={text("matrix.caption")}>
      <table className={styles.matrix}>
        <caption>{text("matrix.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{text("matrix.from-to")}</th>
            {names.map((name) => (
              <th key={name ?? ""} scope="col" className={styles.column}>
                {nameOf(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, cells }) => (
            <tr key={from ?? ""}>
              <th scope="row">{nameOf(from)}</th>
              {cells.map(({ to, customers, direction }) => (
                <td key={to ?? ""} className={direction === "none" ? undefined : styles[direction]}>
                  {customers > 0 ? `${ARROWS[direction]}${formats.integer(customers)}` : "–"}
                  {direction === "up" || direction === "down" ? (
                    <Text as="span" visuallyHidden>
                      {text(direction === "up" ? "move.up" : "move.down")}
                    </Text>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const ARROWS = { up: "↑ ", down: "↓ ", stayed: "", none: "" } as const;
