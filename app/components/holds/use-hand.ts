import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { AskResult } from "../../use-cases/by-hand/ask-for-many.ts";
import type { HandResult } from "../../use-cases/scoring/act-by-hand.ts";

export type Intent = "override" | "opt-out" | "freeze" | "release" | "recalculate" | "add-to-group";

const toasts: Record<Intent, PlainMessageKey> = {
  override: "holds.done.override",
  "opt-out": "holds.done.opt-out",
  freeze: "holds.done.freeze",
  release: "holds.done.release",
  recalculate: "holds.done.recalculate",
  // Everybody of a view at once: it says that it has begun.
  "add-to-group": "holds.done.started",
};

export interface Hand {
  act: (intent: Intent, fields: Record<string, string>) => void;
  /** What is under way; null at rest. */
  acting: Intent | null;
  problem: HandProblem | null;
  /** So many were chosen, and so many can be decided about at once; null when that is not what is wrong. */
  tooMany: { customers: number; most: number } | null;
}

export type HandProblem =
  Extract<HandResult, { kind: "refused" }>["problem"] | "nobody" | "too-many";

/** Sends what a merchant decides by hand; the page is read again by itself. */
export function useHand(onDone: () => void = () => undefined): Hand {
  const { data, state, formData, submit } = useFetcher<HandResult | AskResult>();
  const shopify = useAppBridge();
  const text = useText();
  const intent = useRef<Intent>("override");
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    if (data?.kind !== "done" && data?.kind !== "asked" && data?.kind !== "queued") return;
    shopify.toast.show(
      text(data.kind === "queued" ? "holds.done.started" : toasts[intent.current]),
    );
    done.current();
  }, [data, shopify, text]);

  return {
    act(what, fields) {
      intent.current = what;
      submit({ ...fields, intent: what }, { method: "post", action: "/app/customers/hold" });
    },
    acting: state === "idle" || formData === undefined ? null : intent.current,
    problem: problemOf(data),
    tooMany: data?.kind === "too-many" ? data : null,
  };
}

function problemOf(data: HandResult | AskResult | undefined): HandProblem | null {
  switch (data?.kind) {
    case "refused":
      return data.problem;
    case "nobody":
    case "too-many":
      return data.kind;
    default:
      return null;
  }
}
