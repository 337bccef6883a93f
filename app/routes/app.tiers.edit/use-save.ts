import { useFetcher, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import type { PreviewState } from "../../components/preview/use-preview.ts";
import { useText } from "../../i18n/use-text.tsx";
import type {
  ProgramProblem,
  SaveProgramResult,
} from "../../use-cases/scoring/save-new-version.ts";
import type { Preview } from "../../use-cases/previewing/preview-words.ts";
import type { ProgramParts } from "./parts-of-form.ts";

interface SaveInput {
  shown: PreviewState;
  parts: ProgramParts;
  basedOn: number;
}

export interface Saving {
  /** Save was pressed: asks with the numbers as soon as they are those of the form. */
  ask: () => void;
  isAsking: boolean;
  apply: (part: "all" | "upgrades") => void;
  /** Not now: the form is as unsaved as before. */
  close: () => void;
  isDone: boolean;
  /** How often the save bar has to come back. */
  refusals: number;
  /** What the server refused; stands until the fields change. */
  problems: ProgramProblem[] | null;
  conflict: { liveVersion: number } | null;
  uses: Preview["uses"];
}

const noUses: Preview["uses"] = [];

/** From Save to saved: nothing is sent before the merchant has seen what it does and has agreed. */
export function useSave({ shown, parts, basedOn }: SaveInput): Saving {
  const text = useText();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<SaveProgramResult>();
  const [step, setStep] = useState<"editing" | "waiting" | "asking" | "sent">("editing");
  const [sent, setSent] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const body = JSON.stringify({ form: parts, basedOn });
  const answer = fetcher.data;

  useEffect(() => {
    if (step !== "waiting" || shown.state === "updating") return;
    const isBlocked = shown.refused !== null || (shown.preview?.uses.length ?? 0) > 0;
    if (shown.state === "current" && !isBlocked) {
      setStep("asking");
      return;
    }
    setStep("editing");
    setRefusals((before) => before + 1);
  }, [step, shown.state, shown.refused, shown.preview]);

  useEffect(() => {
    if (answer === undefined) return;
    if (answer.kind === "saved" || answer.kind === "unchanged") {
      shopify.toast.show(
        text(answer.kind === "saved" ? "tiers.edit.saved" : "tiers.edit.unchanged"),
      );
      navigate("/app/tiers");
      return;
    }
    setStep("editing");
    setRefusals((before) => before + 1);
  }, [answer, navigate, shopify, text]);

  return {
    ask: () => setStep("waiting"),
    isAsking: step === "asking",
    apply: (part) => {
      setStep("sent");
      setSent(body);
      const request = JSON.stringify({ form: parts, basedOn, part });
      fetcher.submit(request, { method: "post", encType: "application/json" });
    },
    close: () => {
      if (step !== "asking") return;
      setStep("editing");
      setRefusals((before) => before + 1);
    },
    isDone: answer?.kind === "saved" || answer?.kind === "unchanged",
    refusals,
    problems: answer?.kind === "refused" && sent === body ? answer.problems : null,
    conflict: answer?.kind === "conflict" && sent === body ? answer : null,
    uses:
      answer?.kind === "in-use" && sent === body ? answer.uses : (shown.preview?.uses ?? noUses),
  };
}
