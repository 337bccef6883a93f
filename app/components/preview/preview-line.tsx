import { useText } from "../../i18n/use-text.tsx";
import styles from "./preview-line.module.css";
import { moveSentence } from "./preview-sentences.ts";
import type { PreviewState } from "./use-preview.ts";

/** Where the card has fallen to the bottom: its result in one line under the title, leading to it. */
export function PreviewLine({ shown, cardId }: { shown: PreviewState; cardId: string }) {
  const text = useText();
  const { preview, refused, state } = shown;
  return (
    <a className={styles.line} href={`#${cardId}`}>
      {sentence()}
    </a>
  );

  function sentence(): string {
    if (state === "failed") return text("preview.failed");
    if (refused !== null) return text("preview.refused");
    return preview === null ? text("preview.updating") : moveSentence(preview, text);
  }
}
