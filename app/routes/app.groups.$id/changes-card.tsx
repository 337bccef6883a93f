import { useFetcher, useNavigate } from "@remix-run/react";
import { Modal, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import {
  BlockStack,
  Box,
  Button,
  Card,
  InlineError,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useEffect, useState } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { ChangeGroupResult } from "../../use-cases/groups/change-group.ts";
import type { CustomGroupPage } from "../../use-cases/pages/custom-group-page.ts";
import { ImportFile } from "./import-file.tsx";
import { InUse } from "./in-use.tsx";

const json = { method: "post", encType: "application/json" } as const;

/** What else can be done with a group: customers added by number, worked out again, deleted. */
export function ChangesCard({ page }: { page: CustomGroupPage }) {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {text("groups.changes.title")}
        </Text>
        {page.groupKind === "fixed" ? <AddByNumber /> : <WorkOutAgain />}
        {page.groupKind === "fixed" ? <ImportFile page={page} /> : null}
        <DeleteGroup page={page} />
      </BlockStack>
    </Card>
  );
}

function AddByNumber() {
  const text = useText();
  const fetcher = useFetcher<ChangeGroupResult>();
  const [numbers, setNumbers] = useState("");
  const answer = fetcher.data;
  return (
    <BlockStack gap="200">
      <TextField
        label={text("groups.add.numbers")}
        helpText={text("groups.add.numbers.help")}
        value={numbers}
        onChange={setNumbers}
        multiline={2}
        autoComplete="off"
      />
      <InlineStack gap="200" blockAlign="center">
        <Button
          disabled={numbers.trim() === ""}
          loading={fetcher.state !== "idle"}
          onClick={() =>
            fetcher.submit(
              JSON.stringify({ intent: "add", customerIds: numbers.split(/[\s,;]+/) }),
              json,
            )
          }
        >
          {text("groups.add.action")}
        </Button>
      </InlineStack>
      <div aria-live="polite">
        {answer?.kind === "changed" ? (
          <QuietLine>
            {answer.unknown.length === 0
              ? text("groups.add.done", { customers: answer.customers })
              : text("groups.add.done-but", {
                  customers: answer.customers,
                  unknown: answer.unknown.slice(0, 20).join(", "),
                })}
          </QuietLine>
        ) : null}
      </div>
    </BlockStack>
  );
}

function WorkOutAgain() {
  const text = useText();
  const fetcher = useFetcher<ChangeGroupResult>();
  return (
    <InlineStack gap="300" blockAlign="center">
      <Button
        loading={fetcher.state !== "idle"}
        onClick={() => fetcher.submit(JSON.stringify({ intent: "refresh" }), json)}
      >
        {text("groups.refresh")}
      </Button>
      <div aria-live="polite">
        {fetcher.data?.kind === "refreshing" ? (
          <QuietLine>{text("groups.refreshing")}</QuietLine>
        ) : null}
      </div>
    </InlineStack>
  );
}

function DeleteGroup({ page }: { page: CustomGroupPage }) {
  const text = useText();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<ChangeGroupResult>();
  const [isAsked, setIsAsked] = useState(false);
  const isGone = fetcher.data?.kind === "deleted";

  useEffect(() => {
    if (!isGone) return;
    shopify.toast.show(text("groups.deleted"));
    navigate("/app/groups/all");
  }, [isGone, navigate, shopify, text]);

  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button tone="critical" onClick={() => setIsAsked(true)}>
          {text("groups.delete")}
        </Button>
      </InlineStack>
      <div aria-live="polite">
        {fetcher.data?.kind === "in-use" ? (
          <InlineError
            fieldID="delete-group-refused"
            message={<InUse discounts={fetcher.data.discounts} />}
          />
        ) : null}
      </div>
      <Modal id="delete-group" open={isAsked} onHide={() => setIsAsked(false)}>
        <Box padding="400">
          <Text as="p">
            {text("groups.delete.sentence", { group: page.name, customers: page.customers })}
          </Text>
        </Box>
        <TitleBar title={text("groups.delete.title")}>
          <button
            variant="primary"
            tone="critical"
            onClick={() => {
              setIsAsked(false);
              fetcher.submit(JSON.stringify({ intent: "delete" }), json);
            }}
          >
            {text("groups.delete")}
          </button>
          <button onClick={() => setIsAsked(false)}>{text("groups.delete.cancel")}</button>
        </TitleBar>
      </Modal>
    </BlockStack>
  );
}
