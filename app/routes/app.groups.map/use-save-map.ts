import { useFetcher, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import type { PreviewState } from "../../components/preview/use-preview.ts";
import { useText } from "../../i18n/use-text.tsx";
import type {
  ProgramProblem,
  SaveProgramResult,
} from "../../use-cases/scoring/save-new-version.ts";
import type { partsOf } from "./map-form.ts";

export interface MapSaving {
  ask: () => void;
  isAsking: boolean;
  apply: () => void;
  close: () => void;
  isDone: boolean;
  refusals: number;
  /** What saving refused of the form as it stands. */
  problems: readonly ProgramProblem[] | null;
  hasConflict: boolean;
  /** Names of groups that cannot be given up. */
  uses: string[];
}

/** From Save to saved: asked first, then sent; a refusal stands until the map changes. */
export function useSaveMap(
  parts: ReturnType<typeof partsOf>,
  basedOn: number,
  shown: PreviewState,
): MapSaving {
  const text = useText();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<SaveProgramResult>();
  const [step, setStep] = useState<"editing" | "waiting" | "asking">("editing");
  const [sent, setSent] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const body = JSON.stringify({ form: parts, basedOn });
  const answer = fetcher.data;
  const isDone = answer?.kind === "saved" || answer?.kind === "unchanged";

  // Nobody agrees to numbers of an earlier map, nor to a map that would be refused.
  useEffect(() => {
    if (step !== "waiting" || shown.state === "updating") return;
    if (shown.state === "current" && shown.refused === null) {
      setStep("asking");
      return;
    }
    setStep("editing");
    setRefusals((before) => before + 1);
  }, [step, shown.state, shown.refused]);

  useEffect(() => {
    if (answer === undefined) return;
    if (answer.kind === "saved" || answer.kind === "unchanged") {
      shopify.toast.show(text("groups.edit.saved"));
      navigate("/app/groups");
    } else setRefusals((before) => before + 1);
  }, [answer, navigate, shopify, text]);

  return {
    ask: () => setStep("waiting"),
    isAsking: step === "asking",
    apply: () => {
      setStep("editing");
      setSent(body);
      fetcher.submit(body, { method: "post", encType: "application/json" });
    },
    close: () => {
      if (step !== "asking") return;
      setStep("editing");
      setRefusals((before) => before + 1);
    },
    isDone,
    refusals,
    problems: answer?.kind === "refused" && sent === body ? answer.problems : null,
    hasConflict: answer?.kind === "conflict",
    uses: answer?.kind === "in-use" && sent === body ? answer.uses.map(({ name }) => name) : [],
  };
}
