import { useFetcher } from "@remix-run/react";
import { Modal, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Box, Link, Select, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import {
  chosenFields,
  countChosen,
  type ChosenCustomers,
} from "../../components/holds/chosen-customers.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { ChangeGroupResult } from "../../use-cases/groups/change-group.ts";
import type { FixedGroup } from "../../use-cases/pages/fixed-groups.ts";

interface AddToGroupModalProps {
  whom: ChosenCustomers;
  isOpen: boolean;
  onClose: () => void;
  /** Has everybody of the view added. */
  onAddAll: (fields: Record<string, string>) => void;
  onDone: () => void;
}

/** Puts the chosen customers into a fixed group. The groups are asked for when it opens. */
export function AddToGroupModal({ whom, isOpen, onClose, onAddAll, onDone }: AddToGroupModalProps) {
  const text = useText();
  const shopify = useAppBridge();
  const { load, data: groups } = useFetcher<FixedGroup[]>();
  const adding = useFetcher<ChangeGroupResult>();
  const [chosen, setChosen] = useState("");
  const group = chosen === "" ? (groups?.[0]?.id ?? "") : chosen;
  const answer = adding.data;

  useEffect(() => {
    if (isOpen) load("/app/groups/fixed");
  }, [isOpen, load]);

  useEffect(() => {
    if (answer?.kind !== "changed") return;
    shopify.toast.show(text("groups.add.toast", { customers: answer.customers }));
    onDone();
    // Once for each answer, whatever the page hands in meanwhile.
  }, [answer]);

  function add(customerIds: readonly string[]) {
    adding.submit(JSON.stringify({ intent: "add", customerIds: [...customerIds] }), {
      method: "post",
      encType: "application/json",
      action: `/app/groups/${group}`,
    });
  }

  return (
    <Modal id="add-to-group" open={isOpen} onHide={onClose}>
      <Box padding="400">
        {groups?.length === 0 ? (
          <Text as="p">
            {text("groups.add.none")} <Link url="/app/groups/new">{text("groups.new")}</Link>
          </Text>
        ) : (
          <BlockStack gap="300">
            <Text as="p">{text("groups.add.sentence", { customers: countChosen(whom) })}</Text>
            <Select
              label={text("groups.add.group")}
              options={(groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={group}
              onChange={setChosen}
            />
          </BlockStack>
        )}
      </Box>
      <TitleBar title={text("groups.add.title")}>
        <button
          variant="primary"
          disabled={group === ""}
          onClick={() => {
            if (whom.kind === "all-that-match") onAddAll({ ...chosenFields(whom), groupId: group });
            else add(whom.customerIds);
            onClose();
          }}
        >
          {text("groups.add.action")}
        </button>
        <button onClick={onClose}>{text("groups.add.cancel")}</button>
      </TitleBar>
    </Modal>
  );
}
