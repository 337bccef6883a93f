import type { Text } from "../i18n/text.ts";

/** A stage in words: what it is called and what it means. A stage this page does not know is shown by its key. */
export function stageInWords(stage: string, text: Text): string {
  switch (stage) {
    case "new":
      return text("stage.new");
    case "growing":
      return text("stage.growing");
    case "mature":
      return text("stage.mature");
    case "declining":
      return text("stage.declining");
    case "lost":
      return text("stage.lost");
    default:
      return stage;
  }
}
