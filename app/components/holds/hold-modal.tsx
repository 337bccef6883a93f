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
import { useHand, type Hand } from "./use-hand.ts";

export type HoldKind = "override" | "opt-out" | "freeze";

interface HoldModalProps {
  kind: HoldKind;
  customerIds: readonly string[];
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

const problems: Record<NonNullable<Hand["problem"]>, PlainMessageKey> = {
  "no-such-tier": "holds.problem.no-such-tier",
  "day-is-over": "holds.problem.day-is-over",
  "no-such-day": "holds.problem.no-such-day",
  "not-scored-yet": "holds.problem.not-scored-yet",
  nobody: "holds.problem.nobody",
};

/** Until when and why a tier is set by hand, customers are left out, or nobody of them is lowered. */
export function HoldModal({ kind, customerIds, tiers, isOpen, onClose, onDone }: HoldModalProps) {
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
  const count = { customers: customerIds.length };

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
              {...(isAboutTheDay && hand.problem ? { error: text(problems[hand.problem]) } : {})}
            />
            <TextField
              label={text("holds.reason")}
              value={reason}
              onChange={setReason}
              autoComplete="off"
              maxLength={500}
            />
          </FormLayout>
          {hand.problem !== null && !isAboutTheDay ? (
            <InlineError fieldID={`hold-${kind}`} message={text(problems[hand.problem])} />
          ) : null}
        </BlockStack>
      </Box>
      <TitleBar title={title()}>
        <button
          variant="primary"
          onClick={() => hand.act(kind, { ids: customerIds.join(","), tier, until, reason })}
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
