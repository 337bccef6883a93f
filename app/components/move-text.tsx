import { Text } from "@shopify/polaris";
import { useText } from "../i18n/use-text.tsx";
import type { Move } from "../use-cases/pages/page-words.ts";
import styles from "./move-text.module.css";
import { moveInWords } from "./move-words.ts";

const ARROWS = { up: "↑", down: "↓", sideways: "→" } as const;

/** A move as an arrow and words; the arrow is read out as "up" or "down". */
export function MoveText({ move }: { move: Pick<Move, "from" | "to" | "direction"> }) {
  const text = useText();
  return (
    <span className={styles.move}>
      <span className={styles[move.direction]} aria-hidden="true">
        {ARROWS[move.direction]}
      </span>
      <span>
        {moveInWords(move, text)}
        {move.direction === "sideways" ? null : (
          <Text as="span" visuallyHidden>
            {` ${text(move.direction === "up" ? "move.up" : "move.down")}`}
          </Text>
        )}
      </span>
    </span>
  );
}
