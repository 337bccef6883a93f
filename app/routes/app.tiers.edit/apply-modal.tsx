import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { Box, Text } from "@shopify/polaris";
import { moveSentence } from "../../components/preview/preview-sentences.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { Preview } from "../../use-cases/previewing/preview-words.ts";

interface ApplyModalProps {
  isOpen: boolean;
  preview: Preview | null;
  onApply: () => void;
  onClose: () => void;
}

/** What will happen, in numbers, before it happens. */
export function ApplyModal({ isOpen, preview, onApply, onClose }: ApplyModalProps) {
  const text = useText();
  return (
    <Modal id="apply-rules" open={isOpen} onHide={onClose}>
      <Box padding="400">
        <Text as="p">{preview === null ? "" : moveSentence(preview, text)}</Text>
        <Text as="p">{text("tiers.edit.apply.undo")}</Text>
      </Box>
      <TitleBar title={text("tiers.edit.apply.title")}>
        <button variant="primary" onClick={onApply}>
          {text("tiers.edit.apply.apply")}
        </button>
        <button onClick={onClose}>{text("tiers.edit.apply.cancel")}</button>
      </TitleBar>
    </Modal>
  );
}
