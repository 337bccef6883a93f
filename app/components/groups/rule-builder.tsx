import { BlockStack, Button, ButtonGroup, Select } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { RuleChoices } from "../../use-cases/pages/rule-choices.ts";
import { isBlock, type BlockForm, type ConditionForm, type RuleForm } from "./rule-form.ts";
import { problemAt, type RuleProblem } from "./rule-problems.ts";
import { RuleRow } from "./rule-row.tsx";
import styles from "./rule-row.module.css";

interface RuleBuilderProps {
  form: RuleForm;
  choices: RuleChoices;
  /** `field` from the rule down: `conditions.0.value`. */
  problems: readonly RuleProblem[];
  onChange: (form: RuleForm) => void;
}

/** Conditions joined by all or any, each of which may be a block of its own, and nothing deeper. */
export function RuleBuilder({ form, choices, problems, onChange }: RuleBuilderProps) {
  const text = useText();
  const withPart = (id: string, part: ConditionForm | BlockForm) =>
    onChange({ ...form, parts: form.parts.map((each) => (each.id === id ? part : each)) });
  const without = (id: string) =>
    onChange({ ...form, parts: form.parts.filter((each) => each.id !== id) });

  return (
    <BlockStack gap="300">
      <MatchSelect match={form.match} onChange={(match) => onChange({ ...form, match })} />
      {form.parts.map((part, index) =>
        isBlock(part) ? (
          <div
            key={part.id}
            className={styles.block}
            role="group"
            aria-label={text("rule.block", { position: index + 1 })}
          >
            <Block
              block={part}
              choices={choices}
              problemOf={(inner) =>
                problemAt(problems, `conditions.${String(index)}.conditions.${String(inner)}`, text)
              }
              onChange={(block) => withPart(part.id, block)}
              onRemove={form.parts.length > 1 ? () => without(part.id) : null}
            />
          </div>
        ) : (
          <RuleRow
            key={part.id}
            condition={part}
            position={index + 1}
            choices={choices}
            error={problemAt(problems, `conditions.${String(index)}`, text)}
            onChange={(condition) => withPart(part.id, condition)}
            onRemove={form.parts.length > 1 ? () => without(part.id) : null}
          />
        ),
      )}
      <ButtonGroup>
        <Button
          onClick={() => onChange({ ...form, parts: [...form.parts, newCondition(form.parts)] })}
        >
          {text("rule.add")}
        </Button>
        <Button
          variant="tertiary"
          onClick={() => onChange({ ...form, parts: [...form.parts, newBlock(form)] })}
        >
          {text("rule.add-block")}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}

interface BlockProps {
  block: BlockForm;
  choices: RuleChoices;
  problemOf: (index: number) => string | undefined;
  onChange: (block: BlockForm) => void;
  onRemove: (() => void) | null;
}

function Block({ block, choices, problemOf, onChange, onRemove }: BlockProps) {
  const text = useText();
  return (
    <BlockStack gap="300">
      <MatchSelect match={block.match} onChange={(match) => onChange({ ...block, match })} />
      {block.conditions.map((condition, index) => (
        <RuleRow
          key={condition.id}
          condition={condition}
          position={index + 1}
          choices={choices}
          error={problemOf(index)}
          onChange={(changed) =>
            onChange({
              ...block,
              conditions: block.conditions.map((each) =>
                each.id === condition.id ? changed : each,
              ),
            })
          }
          onRemove={
            block.conditions.length > 1
              ? () =>
                  onChange({
                    ...block,
                    conditions: block.conditions.filter(({ id }) => id !== condition.id),
                  })
              : onRemove
          }
        />
      ))}
      <ButtonGroup>
        <Button
          onClick={() =>
            onChange({
              ...block,
              conditions: [...block.conditions, newCondition(block.conditions)],
            })
          }
        >
          {text("rule.add")}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}

function MatchSelect({
  match,
  onChange,
}: {
  match: "all" | "any";
  onChange: (match: "all" | "any") => void;
}) {
  const text = useText();
  return (
    <Select
      label={text("rule.match")}
      labelInline
      options={[
        { value: "all", label: text("rule.match.all") },
        { value: "any", label: text("rule.match.any") },
      ]}
      value={match}
      onChange={(chosen) => onChange(chosen === "any" ? "any" : "all")}
    />
  );
}

/** What a new row starts with. */
export function newCondition(beside: readonly { id: string }[]): ConditionForm {
  return { id: freeId(beside), subject: "count:orders", compare: "at-least", value: "" };
}

function newBlock({ match, parts }: RuleForm): BlockForm {
  const id = freeId(parts);
  return {
    id,
    match: match === "all" ? "any" : "all",
    conditions: [{ ...newCondition([]), id: `${id}-0` }],
  };
}

function freeId(beside: readonly { id: string }[]): string {
  for (let number = beside.length; ; number++) {
    const id = `new-${String(number)}`;
    if (!beside.some((each) => each.id === id)) return id;
  }
}
