import { useEffect, useRef, useState } from "react";
import type { PreviewResult } from "../../use-cases/previewing/preview-program.ts";
import type { Preview } from "../../use-cases/previewing/preview-words.ts";

const PAUSE_MS = 300;

type Refused = Extract<PreviewResult, { kind: "refused" }>;

export interface PreviewState {
  /** The last numbers there were, perhaps of an earlier form. */
  preview: Preview | null;
  /** What the form is refused for; null when it is not, or not yet. */
  refused: Refused | null;
  /** "current": of just this form. "failed": asking again is up to the merchant. */
  state: "current" | "updating" | "failed";
  retry: () => void;
}

interface Answer {
  /** The form it is about, as text. */
  form: string;
  result: PreviewResult | null;
}

/**
 * What saving a form would do, asked again at most every 300 ms while it changes. One question is under way at a time:
 * when it is answered the newest form is asked about, however many there were in between.
 */
export function usePreview(parts: Record<string, unknown>): PreviewState {
  const form = JSON.stringify(parts);
  const newest = useRef(form);
  newest.current = form;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const answeredForm = answer?.form ?? null;
  const isCurrent = answeredForm === form;

  useEffect(() => {
    // Not taken back by the next letter: while a slider is dragged there is no pause.
    if (isCurrent) return;
    const asking = new AbortController();
    const timer = setTimeout(() => void ask(), answeredForm === null ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };

    async function ask() {
      const asked = newest.current;
      const result = await fetchPreview(`{"form":${asked}}`, asking.signal).catch(() => null);
      if (asking.signal.aborted) return;
      setAnswer({ form: asked, result });
      if (result?.kind === "preview") setPreview(result.preview);
    }
  }, [answeredForm, isCurrent]);

  return {
    preview,
    refused: isCurrent && answer?.result?.kind === "refused" ? answer.result : null,
    state: !isCurrent ? "updating" : answer?.result == null ? "failed" : "current",
    retry: () => setAnswer(null),
  };
}

/** @param question `{ form, part }` as JSON. */
export async function fetchPreview(question: string, signal: AbortSignal): Promise<PreviewResult> {
  const answer = await fetch("/app/tiers/preview", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: question,
    signal,
  });
  if (!answer.ok) throw new Error(`the preview was answered with HTTP ${String(answer.status)}`);
  return (await answer.json()) as PreviewResult;
}
