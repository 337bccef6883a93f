import { Link, Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { FamilyPreview, LabelMove } from "../../use-cases/previewing/preview-words.ts";
import { ScrollRegion } from "../scroll-region.tsx";
import styles from "./preview-matrix.module.css";

interface PreviewMatrixProps {
  caption: string;
  family: FamilyPreview;
  /** Shows those who make a step; null = they cannot be shown. */
  onSeeStep: ((from: string | null, to: string | null) => void) | null;
}

/** Everybody from where to where, with what they spent. Up and down carry an arrow, down is hatched. */
export function PreviewMatrix({ caption, family, onSeeStep }: PreviewMatrixProps) {
  const text = useText();
  const { moves, labels } = family;
  const notRanked = { key: null, name: text("customer.not-ranked"), kind: "kept" as const };
  const cameFrom = labels.filter(({ kind, key }) => kind !== "new" || someMove("from", key));
  const goTo = labels.filter(({ kind, key }) => kind !== "given-up" || someMove("to", key));
  const rows = someMove("from", null) ? [...cameFrom, notRanked] : cameFrom;
  const columns = someMove("to", null) ? [...goTo, notRanked] : goTo;

  return (
    <ScrollRegion label={caption}>
      <table className={styles.matrix}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text("matrix.from-to")}</th>
            {columns.map(({ key, name, kind }) => (
              <th key={key ?? ""} scope="col" className={styles.column}>
                {kind === "new" ? text("preview.new-label", { name }) : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={from.key ?? ""}>
              <th scope="row">
                {from.kind === "given-up"
                  ? text("preview.given-up-label", { name: from.name })
                  : from.name}
              </th>
              {columns.map((to) => (
                <Cell
                  key={to.key ?? ""}
                  move={moves.find((each) => each.from === from.key && each.to === to.key)}
                  isStay={from.key === to.key}
                  step={text("preview.step", { from: from.name, to: to.name })}
                  onSee={onSeeStep === null ? null : () => onSeeStep(from.key, to.key)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );

  function someMove(end: "from" | "to", key: string | null): boolean {
    return moves.some((move) => move[end] === key && move.from !== move.to);
  }
}

interface CellProps {
  move: LabelMove | undefined;
  isStay: boolean;
  step: string;
  onSee: (() => void) | null;
}

function Cell({ move, isStay, step, onSee }: CellProps) {
  const formats = useFormats();
  if (move === undefined) return <td className={isStay ? styles.stayed : undefined}>–</td>;
  const { direction, customers, windowNetMinorUnits } = move;
  const printed = `${isStay ? "" : ARROWS[direction]}${formats.integer(customers)}`;
  return (
    <td className={isStay ? styles.stayed : styles[direction]}>
      {onSee === null || isStay ? (
        printed
      ) : (
        <Link onClick={onSee}>
          {printed}
          <Text as="span" visuallyHidden>
            {` ${step}`}
          </Text>
        </Link>
      )}
      <span className={styles.spend}>{formats.moneyInShort(windowNetMinorUnits)}</span>
    </td>
  );
}

const ARROWS = { up: "↑ ", down: "↓ ", sideways: "" } as const;
