import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, Checkbox, Link, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { GroupNameField } from "../../components/groups/group-name-field.tsx";
import { newCondition } from "../../components/groups/rule-builder.tsx";
import { RuleCard } from "../../components/groups/rule-card.tsx";
import { formOfRule, ruleOf, type RuleForm } from "../../components/groups/rule-form.ts";
import { problemsOfRule } from "../../components/groups/rule-problems.ts";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { ChangeGroupResult } from "../../use-cases/groups/change-group.ts";
import type { CustomGroupPage } from "../../use-cases/pages/custom-group-page.ts";
import { InUse } from "./in-use.tsx";

interface GroupState {
  name: string;
  rule: RuleForm;
  tag: boolean;
  segment: boolean;
}

function stateOf({ name, rule, publishing }: CustomGroupPage): GroupState {
  return {
    name,
    rule: rule === null ? { match: "all", parts: [newCondition([])] } : formOfRule(rule),
    tag: publishing.tag,
    segment: publishing.segment,
  };
}

/** The name, the rule of a dynamic group, and where it is published: saved together. */
export function GroupForm({ page }: { page: CustomGroupPage }) {
  const text = useText();
  const shopify = useAppBridge();
  const isDynamic = page.groupKind === "dynamic";
  const [form, setForm] = useState(() => stateOf(page));
  const [sent, setSent] = useState<GroupState | null>(null);
  const [refusals, setRefusals] = useState(0);
  const fetcher = useFetcher<ChangeGroupResult>();
  const answer = fetcher.data;
  const problems = answer?.kind === "refused" && sent === form ? answer.problems : [];
  const inUse = answer?.kind === "in-use" && sent === form ? answer.discounts : [];

  useEffect(() => {
    if (answer?.kind === "refused" || answer?.kind === "in-use")
      setRefusals((before) => before + 1);
    if (answer?.kind === "saved") shopify.toast.show(text("groups.saved"));
  }, [answer, shopify, text]);

  return (
    <SaveBarForm
      value={JSON.stringify(bodyOf(form, isDynamic))}
      saved={JSON.stringify(bodyOf(stateOf(page), isDynamic))}
      refusals={refusals}
      onSave={() => {
        setSent(form);
        const body = JSON.stringify(bodyOf(form, isDynamic));
        fetcher.submit(body, { method: "post", encType: "application/json" });
      }}
      onDiscard={() => setForm(stateOf(page))}
    >
      <BlockStack gap="400">
        {isDynamic ? (
          <RuleCard
            form={form.rule}
            choices={page.choices}
            problems={problemsOfRule(problems)}
            onChange={(rule) => setForm({ ...form, rule })}
          />
        ) : null}
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {text("groups.publish.title")}
            </Text>
            {page.shopPublishes.tags ? null : (
              <Text as="p">
                {text("groups.publish.off")}{" "}
                <Link url="/app/publishing">{text("groups.publish.turn-on")}</Link>
              </Text>
            )}
            <Checkbox
              label={text("groups.publish.tag", { tag: page.tag })}
              helpText={text("groups.publish.tag.help", { customers: page.customers })}
              checked={form.tag}
              onChange={(tag) => setForm({ ...form, tag, segment: tag && form.segment })}
            />
            <Checkbox
              label={text("groups.publish.segment")}
              helpText={text("groups.publish.segment.help")}
              error={inUse.length > 0 && <InUse discounts={inUse} />}
              checked={form.segment}
              onChange={(segment) => setForm({ ...form, segment, tag: segment || form.tag })}
            />
            <GroupNameField
              value={form.name}
              onChange={(name) => setForm({ ...form, name })}
              problems={problems}
            />
          </BlockStack>
        </Card>
      </BlockStack>
    </SaveBarForm>
  );
}

function bodyOf({ name, rule, tag, segment }: GroupState, isDynamic: boolean) {
  return { intent: "save", name, tag, segment, ...(isDynamic ? { rule: ruleOf(rule) } : {}) };
}
