import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, ChoiceList, Text } from "@shopify/polaris";
import { useState } from "react";
import { moveSentence } from "../../components/preview/preview-sentences.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { Preview } from "../../use-cases/previewing/preview-words.ts";
import type { ProgramParts } from "./parts-of-form.ts";
import { useUpgradesPreview } from "./use-upgrades-preview.ts";

type Part = "all" | "upgrades";

interface ApplyModalProps {
  isOpen: boolean;
  parts: ProgramParts;
  /** Of all moves. */
  preview: Preview | null;
  onApply: (part: Part) => void;
  onClose: () => void;
}

/** What will happen, in numbers, before it happens; and whether all of it. */
export function ApplyModal({ isOpen, parts, preview, onApply, onClose }: ApplyModalProps) {
  const text = useText();
  const [part, setPart] = useState<Part>("all");
  const upgrades = useUpgradesPreview(parts, isOpen && part === "upgrades");
  const chosen = part === "upgrades" ? upgrades : preview;
  return (
    <Modal id="apply-rules" open={isOpen} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="300">
          <div aria-live="polite">
            <Text as="p">
              {chosen === null ? text("preview.updating") : moveSentence(chosen, text)}
            </Text>
          </div>
          <ChoiceList
            title={text("tiers.edit.apply.part")}
            choices={[
              { value: "all", label: text("tiers.edit.apply.all") },
              {
                value: "upgrades",
                label: text("tiers.edit.apply.upgrades"),
                helpText: text("tiers.edit.apply.upgrades.help"),
              },
            ]}
            selected={[part]}
            onChange={([value]) => setPart(value === "upgrades" ? "upgrades" : "all")}
          />
          <Text as="p">{text("tiers.edit.apply.undo")}</Text>
        </BlockStack>
      </Box>
      <TitleBar title={text("tiers.edit.apply.title")}>
        <button variant="primary" onClick={() => onApply(part)}>
          {text("tiers.edit.apply.apply")}
        </button>
        <button onClick={onClose}>{text("tiers.edit.apply.cancel")}</button>
      </TitleBar>
    </Modal>
  );
}
