import { useFetcher, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, ChoiceList, Select } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { GroupNameField } from "../../components/groups/group-name-field.tsx";
import { newCondition } from "../../components/groups/rule-builder.tsx";
import { RuleCard } from "../../components/groups/rule-card.tsx";
import { ruleOf, type RuleForm } from "../../components/groups/rule-form.ts";
import { problemsOfRule } from "../../components/groups/rule-problems.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { CreateGroupResult } from "../../use-cases/groups/create-group.ts";
import type { NewGroupPage } from "../../use-cases/pages/new-group-page.ts";

interface NewGroupState {
  kind: "dynamic" | "fixed";
  name: string;
  rule: RuleForm;
  /** "label:at-risk", "group:<id>", or "" for an empty one. */
  source: string;
}

function startOf(page: NewGroupPage, snapshotOf: string | null): NewGroupState {
  const source = page.sources.find(({ value }) => value === snapshotOf);
  return {
    kind: source === undefined ? "dynamic" : "fixed",
    name: "",
    rule: { match: "all", parts: [newCondition([])] },
    source: source?.value ?? "",
  };
}

/** What is sent: see `createGroup`. */
function bodyOf({ kind, name, rule, source }: NewGroupState) {
  if (kind === "dynamic") return { kind, name, rule: ruleOf(rule) };
  const [family = "", key = ""] = source.split(":");
  return { kind, name, snapshotOf: source === "" ? null : { [family]: key } };
}

interface NewGroupFormProps {
  page: NewGroupPage;
  snapshotOf: string | null;
}

/** A dynamic group by a rule, or a fixed one that begins empty or as a snapshot. */
export function NewGroupForm({ page, snapshotOf }: NewGroupFormProps) {
  const text = useText();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const start = startOf(page, snapshotOf);
  const [form, setForm] = useState(start);
  const [sent, setSent] = useState<NewGroupState | null>(null);
  const [refusals, setRefusals] = useState(0);
  const fetcher = useFetcher<CreateGroupResult>();
  const answer = fetcher.data;
  const problems = answer?.kind === "refused" && sent === form ? answer.problems : [];
  const saved = JSON.stringify(bodyOf(start));

  useEffect(() => {
    if (answer?.kind === "refused") setRefusals((before) => before + 1);
    if (answer?.kind !== "saved") return;
    shopify.toast.show(text("groups.saved"));
    navigate(`/app/groups/${answer.id}`);
  }, [answer, navigate, shopify, text]);

  return (
    <SaveBarForm
      value={answer?.kind === "saved" ? saved : JSON.stringify(bodyOf(form))}
      saved={saved}
      refusals={refusals}
      onSave={() => {
        setSent(form);
        const body = JSON.stringify(bodyOf(form));
        fetcher.submit(body, { method: "post", encType: "application/json" });
      }}
      onDiscard={() => setForm(start)}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="400">
            <GroupNameField
              value={form.name}
              onChange={(name) => setForm({ ...form, name })}
              problems={problems}
              helpText={text("groups.name.help")}
            />
            <ChoiceList
              title={text("groups.kind")}
              choices={[
                {
                  value: "dynamic",
                  label: text("groups.kind.dynamic"),
                  helpText: text("groups.kind.dynamic.help"),
                },
                {
                  value: "fixed",
                  label: text("groups.kind.fixed"),
                  helpText: text("groups.kind.fixed.help"),
                },
              ]}
              selected={[form.kind]}
              onChange={([kind]) =>
                setForm({ ...form, kind: kind === "fixed" ? "fixed" : "dynamic" })
              }
            />
          </BlockStack>
        </Card>
        {form.kind === "dynamic" ? (
          <RuleCard
            form={form.rule}
            choices={page.choices}
            problems={problemsOfRule(problems)}
            onChange={(rule) => setForm({ ...form, rule })}
          />
        ) : (
          <Card>
            <BlockStack gap="300">
              <Select
                label={text("groups.new.source")}
                options={[
                  { value: "", label: text("groups.new.source.none") },
                  ...page.sources.map(({ value, name }) => ({ value, label: name })),
                ]}
                value={form.source}
                onChange={(source) => setForm({ ...form, source })}
              />
              <QuietLine>{text("groups.new.source.hint")}</QuietLine>
            </BlockStack>
          </Card>
        )}
      </BlockStack>
    </SaveBarForm>
  );
}
