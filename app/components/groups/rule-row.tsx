import { Button, InlineError, Select, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { RuleChoices } from "../../use-cases/pages/rule-choices.ts";
import type { ConditionForm } from "./rule-form.ts";
import styles from "./rule-row.module.css";
import { comparisonsOf, subjectSections, valueInputOf } from "./rule-subjects.ts";

interface RuleRowProps {
  condition: ConditionForm;
  /** 1 for the first. */
  position: number;
  choices: RuleChoices;
  error: string | undefined;
  onChange: (condition: ConditionForm) => void;
  /** Null when it is the only one. */
  onRemove: (() => void) | null;
}

/** One condition: what, how compared, with what. */
export function RuleRow({ condition, position, choices, error, onChange, onRemove }: RuleRowProps) {
  const text = useText();
  const formats = useFormats();
  const { subject, compare, value } = condition;
  return (
    <div className={styles.row} role="group" aria-label={text("rule.condition", { position })}>
      <Select
        label={text("rule.what")}
        labelHidden
        options={subjectSections(choices, text)}
        value={subject}
        onChange={(chosen) => onChange(withSubject(chosen))}
      />
      <Select
        label={text("rule.comparison")}
        labelHidden
        options={comparisonsOf(subject, text)}
        value={compare}
        onChange={(chosen) => onChange(withCompare(chosen))}
      />
      <div>
        <ValueField
          condition={condition}
          choices={choices}
          hasError={error !== undefined}
          onChange={(typed) => onChange({ ...condition, value: typed })}
        />
        {error === undefined ? null : (
          <InlineError fieldID={`value-${condition.id}`} message={error} />
        )}
      </div>
      <div className={styles.remove}>
        {onRemove === null ? null : (
          <Button
            icon={DeleteIcon}
            variant="tertiary"
            onClick={onRemove}
            accessibilityLabel={text("rule.remove", { position })}
          />
        )}
      </div>
    </div>
  );

  /** A date is no number of days and no month. */
  function withCompare(chosen: string): ConditionForm {
    const inputOf = (by: string) =>
      JSON.stringify(valueInputOf({ subject, compare: by }, choices, text, formats));
    const staysSame = inputOf(compare) === inputOf(chosen);
    return { ...condition, compare: chosen, value: staysSame ? value : "" };
  }

  /** Another subject has other comparisons and values: what still fits stays. */
  function withSubject(chosen: string): ConditionForm {
    const comparisons = comparisonsOf(chosen, text).map((each) => each.value);
    const isSameKind = chosen.split(":")[0] === subject.split(":")[0];
    return {
      ...condition,
      subject: chosen,
      compare: comparisons.includes(compare) ? compare : (comparisons[0] ?? compare),
      value: isSameKind && !/^(label|field)/.test(chosen) ? value : "",
    };
  }
}

interface ValueFieldProps {
  condition: ConditionForm;
  choices: RuleChoices;
  hasError: boolean;
  onChange: (value: string) => void;
}

function ValueField({ condition, choices, hasError, onChange }: ValueFieldProps) {
  const text = useText();
  const formats = useFormats();
  const input = valueInputOf(condition, choices, text, formats);
  const { value } = condition;
  if (input.kind === "none") return null;
  if (input.kind === "choice") {
    const none = { value: "", label: text("rule.choose"), disabled: true };
    const isKnown = value === "" || input.choices.some((choice) => choice.value === value);
    const kept = isKnown ? [] : [{ value, label: value }];
    return (
      <Select
        label={text("rule.value")}
        labelHidden
        options={[none, ...input.choices, ...kept]}
        value={value}
        onChange={onChange}
        error={hasError}
      />
    );
  }
  const types = { number: "number", amount: "text", date: "date", text: "text" } as const;
  return (
    <TextField
      id={`value-${condition.id}`}
      label={text("rule.value")}
      labelHidden
      type={types[input.kind]}
      value={value}
      onChange={onChange}
      autoComplete="off"
      maxLength={255}
      error={hasError}
      {...(input.kind === "amount" ? { suffix: choices.currencyCode, inputMode: "decimal" } : {})}
      {...(input.kind === "number" && input.suffix !== undefined ? { suffix: input.suffix } : {})}
    />
  );
}
