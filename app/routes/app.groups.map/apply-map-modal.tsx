import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { Box, Text } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";

interface ApplyMapModalProps {
  isOpen: boolean;
  /** How many customers change group; null while that is not known. */
  changed: number | null;
  onApply: () => void;
  onClose: () => void;
}

/** What will happen, in numbers, before it happens. */
export function ApplyMapModal({ isOpen, changed, onApply, onClose }: ApplyMapModalProps) {
  const text = useText();
  return (
    <Modal id="apply-map" open={isOpen} onHide={onClose}>
      <Box padding="400">
        <Text as="p">
          {changed === null
            ? text("groups.edit.apply.unknown")
            : text("groups.edit.apply.sentence", { changed })}
        </Text>
      </Box>
      <TitleBar title={text("groups.edit.apply.title")}>
        <button variant="primary" onClick={onApply}>
          {text("groups.edit.apply")}
        </button>
        <button onClick={onClose}>{text("groups.edit.apply.cancel")}</button>
      </TitleBar>
    </Modal>
  );
}
