import { useFetcher } from "@remix-run/react";
import { Button, InlineStack } from "@shopify/polaris";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { WorkProgress } from "../../use-cases/pages/page-words.ts";
import { isGoingOn } from "../progress-words.ts";

export type ImportIntent = "pause" | "resume" | "again";

const labels: Record<ImportIntent, PlainMessageKey> = {
  pause: "import.pause",
  resume: "import.resume",
  again: "import.again",
};

/** Pause and Resume of reading orders; nothing for other work. */
export function ImportControls({ progress }: { progress: WorkProgress }) {
  if (progress.kind !== "import") return null;
  return (
    <InlineStack gap="200">
      <ImportButton intent={isGoingOn(progress) ? "pause" : "resume"} />
    </InlineStack>
  );
}

export function ImportButton({ intent }: { intent: ImportIntent }) {
  const text = useText();
  const fetcher = useFetcher();
  return (
    <Button
      loading={fetcher.state !== "idle"}
      onClick={() => {
        fetcher.submit({ intent }, { method: "post", action: "/app/settings/data" });
      }}
    >
      {text(labels[intent])}
    </Button>
  );
}
