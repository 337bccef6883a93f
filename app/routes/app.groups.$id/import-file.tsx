import { useRevalidator } from "@remix-run/react";
import { BlockStack, InlineError, List, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import type { CustomGroupPage } from "../../use-cases/pages/custom-group-page.ts";
import { Matching } from "./matching.tsx";
import type { ImportMembersResult } from "../../use-cases/groups/import-members.ts";

type Upload = { kind: "idle" } | { kind: "sending" } | { kind: "failed" } | ImportMembersResult;

const POLL_MS = 3000;

const reasons = {
  "no-column": "groups.import.no-column",
  "no-number": "groups.import.no-number",
  "no-email": "groups.import.no-email",
  "open-quote": "groups.import.open-quote",
  "too-many-rows": "groups.import.too-many-rows",
} as const satisfies Record<string, PlainMessageKey>;

/** Adds the customers of a CSV, and says what became of its rows. */
export function ImportFile({ page }: { page: CustomGroupPage }) {
  const { id: groupId, matching } = page;
  useRevalidateWhileVisible(matching !== null && !matching.isFinished ? POLL_MS : null);
  const text = useText();
  const id = useId();
  const { revalidate } = useRevalidator();
  const [upload, setUpload] = useState<Upload>({ kind: "idle" });

  async function send(file: File) {
    setUpload({ kind: "sending" });
    try {
      // App Bridge adds the session token to fetches; the file itself is the body, so that its size does not matter.
      const answer = await fetch(
        `/app/groups/${groupId}/import?_data=routes%2Fapp.groups.%24id_.import`,
        { method: "POST", headers: { "Content-Type": "text/csv" }, body: file },
      );
      if (!answer.ok) throw new Error(`the import answered ${answer.status}`);
      setUpload((await answer.json()) as ImportMembersResult);
      revalidate();
    } catch {
      setUpload({ kind: "failed" });
    }
  }

  return (
    <BlockStack gap="200">
      <Text as="p">
        <label htmlFor={id}>{text("groups.import.label")}</label>
      </Text>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        disabled={upload.kind === "sending"}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void send(file);
          currentTarget.value = "";
        }}
      />
      <QuietLine>{text("groups.import.help")}</QuietLine>
      <div aria-live="polite">{outcome()}</div>
      {matching === null ? null : <Matching matching={matching} />}
    </BlockStack>
  );

  function outcome() {
    switch (upload.kind) {
      case "idle":
        return null;
      case "sending":
        return <QuietLine>{text("groups.import.sending")}</QuietLine>;
      case "matching":
        return <Text as="p">{text("groups.import.matching", { rows: upload.rows })}</Text>;
      case "failed":
      case "gone":
        return <InlineError fieldID={id} message={text("groups.import.failed")} />;
      case "refused":
        return (
          <InlineError
            fieldID={id}
            message={text("groups.import.refused", {
              line: upload.line,
              reason: text(reasons[upload.reason]),
            })}
          />
        );
      case "imported":
        return (
          <BlockStack gap="200">
            <Text as="p">
              {text("groups.import.done", { rows: upload.rows, added: upload.added })}
            </Text>
            {upload.notFoundCount === 0 ? null : (
              <Text as="p">{text("groups.import.not-found", { count: upload.notFoundCount })}</Text>
            )}
            {upload.notFoundCount === 0 ? null : (
              <List>
                {upload.notFound.map(({ line, text: what }) => (
                  <List.Item key={`${String(line)} ${what}`}>
                    {text("groups.import.line", { line, what })}
                  </List.Item>
                ))}
              </List>
            )}
          </BlockStack>
        );
    }
  }
}
