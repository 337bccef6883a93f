import { useEffect, useState } from "react";
import { fetchPreview } from "../../components/preview/use-preview.ts";
import type { Preview } from "../../use-cases/previewing/preview-words.ts";
import type { ProgramParts } from "./parts-of-form.ts";

/** What applying only the moves up would do; asked while that is chosen, null until it is known. */
export function useUpgradesPreview(parts: ProgramParts, isChosen: boolean): Preview | null {
  const question = JSON.stringify({ form: parts, part: "upgrades" });
  const [answer, setAnswer] = useState<{ question: string; preview: Preview } | null>(null);
  const isKnown = answer?.question === question;
  useEffect(() => {
    if (!isChosen || isKnown) return;
    const asking = new AbortController();
    void fetchPreview(question, asking.signal)
      .then((result) => {
        if (result.kind === "preview") setAnswer({ question, preview: result.preview });
      })
      // The rules can be applied without it; the run says what it did.
      .catch(() => undefined);
    return () => asking.abort();
  }, [question, isChosen, isKnown]);
  return isKnown ? answer.preview : null;
}
