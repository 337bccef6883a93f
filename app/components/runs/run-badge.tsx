import { Badge, type BadgeProps } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { RunState } from "../../use-cases/pages/runs-page.ts";
import { stateInWords } from "./run-words.ts";

const LOOKS: Record<RunState, Pick<BadgeProps, "tone" | "progress">> = {
  applied: { progress: "complete" },
  writing: { tone: "info", progress: "partiallyComplete" },
  undone: { progress: "incomplete" },
  "partly-undone": { progress: "partiallyComplete" },
};

/** How far a run is, or whether it was taken back. */
export function RunBadge({ state }: { state: RunState }) {
  const text = useText();
  return <Badge {...LOOKS[state]}>{stateInWords(state, text)}</Badge>;
}
