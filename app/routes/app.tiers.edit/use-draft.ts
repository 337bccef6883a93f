import { useEffect, useRef } from "react";
import type { ProgramParts } from "./parts-of-form.ts";
import type { ProgramForm } from "./program-form.ts";

const PAUSE_MS = 1000;

interface DraftInput {
  form: ProgramForm;
  parts: ProgramParts;
  basedOn: number;
  /** Whether it differs from the live program: a form that does not is no draft. */
  isChanged: boolean;
  /** Another draft is on offer, which typing must not take the place of. */
  isAnotherOffered: boolean;
}

/** Keeps what is typed on the server, a second after the last change. */
export function useDraft({ form, parts, basedOn, isChanged, isAnotherOffered }: DraftInput) {
  const body = JSON.stringify({ form, parts, basedOn });
  const kept = useRef<string | null>(null);
  const first = useRef(body);

  useEffect(() => {
    // Nobody has touched it yet: it is what it was opened with.
    if (!isChanged || isAnotherOffered || body === first.current || body === kept.current) return;
    const timer = setTimeout(() => void saveNow(), PAUSE_MS);
    return () => clearTimeout(timer);
  });

  return { saveNow, discard };

  async function saveNow(): Promise<void> {
    kept.current = body;
    // What is typed is still on the page; the next change tries again.
    await send("POST", body).catch(() => (kept.current = null));
  }

  async function discard(): Promise<void> {
    kept.current = null;
    await send("DELETE", "{}").catch(() => undefined);
  }
}

async function send(method: "POST" | "DELETE", body: string): Promise<void> {
  const answer = await fetch("/app/tiers/draft", {
    method,
    headers: { "Content-Type": "application/json" },
    body,
  });
  if (!answer.ok) throw new Error(`the draft was answered with HTTP ${String(answer.status)}`);
}
