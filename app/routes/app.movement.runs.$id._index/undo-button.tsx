import { useFetcher, useNavigate } from "@remix-run/react";
import { Modal, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Button, Link, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { RunPage, UndoAhead } from "../../use-cases/pages/run-page.ts";
import type { UndoResult } from "../../use-cases/scoring/undo-run.ts";

const MODAL_ID = "undo-run";

/** Takes a run back, once it was said in numbers what that does. */
export function UndoButton({ run }: { run: RunPage["run"] }) {
  const text = useText();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const ahead = useFetcher<UndoAhead>();
  const undo = useFetcher<UndoResult>();
  const [isOpen, setOpen] = useState(false);
  const address = `/app/movement/runs/${run.id}/undo`;
  const isRedo = run.started === "undo";
  const { data: result } = undo;

  useEffect(() => {
    if (result?.kind !== "undone") return;
    shopify.toast.show(text(isRedo ? "run.redo.done" : "run.undo.done"));
    navigate(`/app/movement/runs/${result.runId}`);
  }, [result, shopify, text, isRedo, navigate]);

  return (
    <BlockStack gap="300" inlineAlign="start">
      {result === undefined || result.kind === "undone" ? null : (
        <Banner tone="critical">
          {text(result.kind === "unknown" ? "run.unknown" : refusals[result.problem])}
        </Banner>
      )}
      <Button
        {...(isRedo ? {} : { tone: "critical" as const })}
        loading={undo.state !== "idle"}
        onClick={() => {
          ahead.load(address);
          setOpen(true);
        }}
      >
        {text(isRedo ? "run.redo" : "run.undo")}
      </Button>
      <Modal id={MODAL_ID} open={isOpen} onHide={() => setOpen(false)}>
        <Box padding="400">
          <BlockStack gap="300">
            {ahead.data === undefined || ahead.state !== "idle" ? (
              <Text as="p">{text("run.undo.counting")}</Text>
            ) : (
              <AheadLines ahead={ahead.data} consequence={consequenceOf(run)} />
            )}
          </BlockStack>
        </Box>
        <TitleBar title={text(isRedo ? "run.redo.title" : "run.undo.title")}>
          <button
            variant="primary"
            {...(isRedo ? {} : { tone: "critical" as const })}
            onClick={() => {
              setOpen(false);
              undo.submit(null, { method: "post", action: address });
            }}
          >
            {text(isRedo ? "run.redo" : "run.undo")}
          </button>
          <button onClick={() => setOpen(false)}>{text("run.undo.cancel")}</button>
        </TitleBar>
      </Modal>
    </BlockStack>
  );
}

function AheadLines({
  ahead,
  consequence,
}: {
  ahead: UndoAhead;
  consequence: PlainMessageKey | null;
}) {
  const text = useText();
  const { restored, skipped, skippedIds, holdsTaken, holdsRestored } = ahead;
  const names = useCustomerNames(skippedIds);
  return (
    <>
      <Text as="p">{text("run.undo.restored", { restored })}</Text>
      {holdsTaken === 0 ? null : (
        <Text as="p">{text("run.undo.holds-taken", { customers: holdsTaken })}</Text>
      )}
      {holdsRestored === 0 ? null : (
        <Text as="p">{text("run.undo.holds-restored", { customers: holdsRestored })}</Text>
      )}
      {consequence === null ? null : <Text as="p">{text(consequence)}</Text>}
      {skipped === 0 ? null : (
        <>
          <Text as="p">{text("run.undo.skipped", { skipped })}</Text>
          <ul>
            {skippedIds.map((id) => (
              <li key={id}>
                <Link url={`/app/customers/${id}`} removeUnderline>
                  <CustomerCell customerId={id} name={names[id]} />
                </Link>
              </li>
            ))}
            {skipped > skippedIds.length ? (
              <li>{text("run.undo.more", { more: skipped - skippedIds.length })}</li>
            ) : null}
          </ul>
        </>
      )}
    </>
  );
}

const refusals = {
  "undone-already": "run.undo.refused.undone-already",
  "first-run": "run.undo.refused.first-run",
  forgotten: "run.undo.refused.forgotten",
} as const;

/** What else taking it back does, besides labels. */
function consequenceOf({ started, act }: RunPage["run"]): PlainMessageKey | null {
  if (act !== null) return null;
  switch (started) {
    case "program-change":
      return "run.undo.program";
    case "recalibration":
    case "import":
      return "run.undo.cut-offs";
    case "merge":
      return "run.undo.by-hand";
    case "undo":
    case "manual":
      return null;
    case "order":
    case "due":
    case "redo":
      return "run.undo.pinned";
  }
}
