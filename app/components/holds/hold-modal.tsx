import { Modal, TitleBar } from "@shopify/app-bridge-react";
import {
  BlockStack,
  Box,
  FormLayout,
  InlineError,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import { chosenFields, countChosen, type ChosenCustomers } from "./chosen-customers.ts";
import { problemInWords } from "./hand-problems.ts";
import { useHand } from "./use-hand.ts";

export type HoldKind = "override" | "opt-out" | "freeze";

interface HoldModalProps {
  kind: HoldKind;
  chosen: ChosenCustomers;
  /** Highest first. */
  tiers: readonly { key: string; name: string }[];
  isOpen: boolean;
  onClose: () => void;
  onDone?: () => void;
}

const words: Record<HoldKind, Record<"sentence" | "confirm", PlainMessageKey>> = {
  override: { sentence: "holds.override.sentence", confirm: "holds.override.confirm" },
  "opt-out": { sentence: "holds.opt-out.sentence", confirm: "holds.opt-out.confirm" },
  freeze: { sentence: "holds.freeze.sentence", confirm: "holds.freeze.confirm" },
};

/** Until when and why a tier is set by hand, customers are left out, or nobody of them is lowered. */
export function HoldModal({ kind, chosen, tiers, isOpen, onClose, onDone }: HoldModalProps) {
  const text = useText();
  const [tier, setTier] = useState(tiers[0]?.key ?? "");
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const hand = useHand(() => {
    onClose();
    setUntil("");
    setReason("");
    onDone?.();
  });
  const isAboutTheDay = hand.problem === "day-is-over" || hand.problem === "no-such-day";
  const count = { customers: countChosen(chosen) };

  return (
    <Modal id={`hold-${kind}`} open={isOpen} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="300">
          <Text as="p">{text(words[kind].sentence)}</Text>
          <FormLayout>
            {kind === "override" ? (
              <Select
                label={text("holds.tier")}
                options={tiers.map(({ key, name }) => ({ label: name, value: key }))}
                value={tier}
                onChange={setTier}
              />
            ) : null}
            <TextField
              type="date"
              label={text("holds.until")}
              helpText={text("holds.until.help")}
              value={until}
              onChange={setUntil}
              autoComplete="off"
              {...(isAboutTheDay && hand.problem ? { error: problemInWords(hand, text) } : {})}
            />
            <TextField
              label={text("holds.reason")}
              value={reason}
              onChange={setReason}
              autoComplete="off"
              maxLength={500}
            />
          </FormLayout>
          {chosen.kind === "all-that-match" ? (
            <Text as="p" tone="subdued">
              {text("holds.many.sentence")}
            </Text>
          ) : null}
          {hand.problem !== null && !isAboutTheDay ? (
            <InlineError fieldID={`hold-${kind}`} message={problemInWords(hand, text)} />
          ) : null}
        </BlockStack>
      </Box>
      <TitleBar title={title()}>
        <button
          variant="primary"
          onClick={() => hand.act(kind, { ...chosenFields(chosen), tier, until, reason })}
        >
          {text(words[kind].confirm)}
        </button>
        <button onClick={onClose}>{text("holds.cancel")}</button>
      </TitleBar>
    </Modal>
  );

  function title(): string {
    switch (kind) {
      case "override":
        return text("holds.override.title", count);
      case "opt-out":
        return text("holds.opt-out.title", count);
      case "freeze":
        return text("holds.freeze.title", count);
    }
  }
}
