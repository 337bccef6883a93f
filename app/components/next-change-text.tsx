import { useText } from "../i18n/use-text.tsx";
import type { NextChange } from "../use-cases/pages/describe-next-change.ts";
import { MoveText } from "./move-text.tsx";
import { moveInWords } from "./move-words.ts";

/** From which label to which; of the group only when the tier stays. */
export function NextChangeText({ change }: { change: NextChange }) {
  const text = useText();
  if (change.tier !== null) return <MoveText move={change.tier} />;
  if (change.group !== null) return <span>{moveInWords(change.group, text)}</span>;
  return null;
}
