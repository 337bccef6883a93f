import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { HandResult } from "../../use-cases/scoring/act-by-hand.ts";

export type Intent = "override" | "opt-out" | "freeze" | "release" | "recalculate";

const toasts: Record<Intent, PlainMessageKey> = {
  override: "holds.done.override",
  "opt-out": "holds.done.opt-out",
  freeze: "holds.done.freeze",
  release: "holds.done.release",
  recalculate: "holds.done.recalculate",
};

export interface Hand {
  act: (intent: Intent, fields: Record<string, string>) => void;
  /** What is under way; null at rest. */
  acting: Intent | null;
  problem: Extract<HandResult, { kind: "refused" }>["problem"] | "nobody" | null;
}

/** Sends what a merchant decides by hand; the page is read again by itself. */
export function useHand(onDone: () => void = () => undefined): Hand {
  const { data, state, formData, submit } = useFetcher<HandResult>();
  const shopify = useAppBridge();
  const text = useText();
  const intent = useRef<Intent>("override");
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    if (data?.kind !== "done" && data?.kind !== "asked") return;
    shopify.toast.show(text(toasts[intent.current]));
    done.current();
  }, [data, shopify, text]);

  return {
    act(what, fields) {
      intent.current = what;
      submit({ ...fields, intent: what }, { method: "post", action: "/app/customers/hold" });
    },
    acting: state === "idle" || formData === undefined ? null : intent.current,
    problem: data?.kind === "refused" ? data.problem : data?.kind === "nobody" ? "nobody" : null,
  };
}
