import { BlockStack, Card, Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { RuleChoices } from "../../use-cases/pages/rule-choices.ts";
import { QuietLine } from "../page-states/quiet-line.tsx";
import { RuleBuilder } from "./rule-builder.tsx";
import type { RuleForm } from "./rule-form.ts";
import type { RuleProblem } from "./rule-problems.ts";
import { ruleSentence } from "./rule-sentence.ts";
import { useRuleCount } from "./use-rule-count.ts";

interface RuleCardProps {
  form: RuleForm;
  choices: RuleChoices;
  /** What saving has refused. */
  problems: readonly RuleProblem[];
  onChange: (form: RuleForm) => void;
}

/** The rule of a dynamic group: in words and counted above, as fields below. */
export function RuleCard({ form, choices, problems, onChange }: RuleCardProps) {
  const text = useText();
  const formats = useFormats();
  const { count, isOld } = useRuleCount(form);
  // Whatever saving refused is known already; what counting refuses is said of Shopify's answers only, since a form that is
  // being typed is not wrong yet.
  const answered = count?.kind === "refused" ? count.problems : [];
  const ofShopify = answered.filter(({ field }) =>
    /^conditions\.\d+(\.conditions\.\d+)?$/.test(field),
  );

  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {text("rule.title")}
        </Text>
        <BlockStack gap="100">
          <Text as="p">{ruleSentence(form, choices, text, formats)}</Text>
          <div aria-live="polite">
            <Text as="p" variant="headingMd">
              {countInWords()}
            </Text>
          </div>
        </BlockStack>
        <RuleBuilder
          form={form}
          choices={choices}
          problems={[...problems, ...ofShopify]}
          onChange={onChange}
        />
        <QuietLine>{text("rule.hint")}</QuietLine>
      </BlockStack>
    </Card>
  );

  function countInWords(): string {
    if (count === null || count.kind === "refused") return text("rule.count.unfinished");
    if (count.kind === "asking") return text("rule.count.asking");
    return isOld
      ? text("rule.count.updating", { customers: count.customers })
      : text("rule.count", { customers: count.customers });
  }
}
