import { Link } from "@remix-run/react";
import { Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { ScrollRegion } from "../scroll-region.tsx";
import styles from "./charts.module.css";
import { matrixOf, type MatrixCell, type MovedCount } from "./matrix-cells.ts";

interface MoveMatrixProps {
  moves: MovedCount[];
  /** Names, highest tier first. */
  tierNames: string[];
  /** What the rows and columns are, when they are not what a change of tiers moved. */
  caption?: string;
  /** False for labels without an order, which have no up and down. */
  isLadder?: boolean;
  /** Where the customers of a cell are listed; null = nowhere. */
  linkOf?: (from: string | null, to: string | null) => string | null;
}

/** "Who moved from where to where?" A real table, so it is its own twin. Up and down carry an arrow, down is hatched. */
export function MoveMatrix({
  moves,
  tierNames,
  caption,
  isLadder = true,
  linkOf = () => null,
}: MoveMatrixProps) {
  const text = useText();
  const formats = useFormats();
  const said = caption ?? text("matrix.caption");
  const { names, rows } = matrixOf(moves, tierNames);
  const nameOf = (name: string | null) => name ?? text("customer.not-ranked");

  return (
    <ScrollRegion label={said}>
      <table className={styles.matrix}>
        <caption>{said}</caption>
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
              {cells.map((cell) => {
                const direction = isLadder || cell.direction === "stayed" ? cell.direction : "none";
                const url = cell.customers > 0 ? linkOf(from, cell.to) : null;
                return (
                  <td
                    key={cell.to ?? ""}
                    className={direction === "none" ? undefined : styles[direction]}
                  >
                    {url === null ? (
                      numberIn(cell.customers, direction)
                    ) : (
                      <Link to={url} className={styles.cellLink}>
                        {numberIn(cell.customers, direction)}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );

  function numberIn(customers: number, direction: MatrixCell["direction"]) {
    return (
      <>
        {customers > 0 ? `${ARROWS[direction]}${formats.integer(customers)}` : "–"}
        {direction === "up" || direction === "down" ? (
          <Text as="span" visuallyHidden>
            {text(direction === "up" ? "move.up" : "move.down")}
          </Text>
        ) : null}
      </>
    );
  }
}

const ARROWS = { up: "↑ ", down: "↓ ", stayed: "", none: "" } as const;
