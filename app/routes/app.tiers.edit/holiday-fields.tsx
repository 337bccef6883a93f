import { Button, Text, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useRef } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { FieldErrors } from "./field-errors.ts";
import type { ProgramForm } from "./program-form.ts";
import styles from "./holiday-fields.module.css";

type Freezes = ProgramForm["policy"]["freezes"];

interface HolidayFieldsProps {
  freezes: Freezes;
  errors: FieldErrors;
  onChange: (freezes: Freezes) => void;
}

/** Times in which nobody is lowered. */
export function HolidayFields({ freezes, errors, onChange }: HolidayFieldsProps) {
  const text = useText();
  const added = useRef(0);
  return (
    <>
      <Text as="h3" variant="headingSm">
        {text("tiers.edit.freezes.title")}
      </Text>
      <QuietLine>{text("tiers.edit.freezes.sentence")}</QuietLine>
      {freezes.map(({ id, from, until }, index) => (
        <div key={id} className={styles.freeze}>
          <TextField
            type="date"
            label={text("tiers.edit.freezes.from")}
            value={from}
            onChange={(changed) => set(id, { from: changed })}
            autoComplete="off"
            error={errors[`policy.freezes.${String(index)}.from`] ?? false}
          />
          <TextField
            type="date"
            label={text("tiers.edit.freezes.until")}
            value={until}
            onChange={(changed) => set(id, { until: changed })}
            autoComplete="off"
            error={errors[`policy.freezes.${String(index)}.until`] ?? false}
          />
          <div className={styles.remove}>
            <Button
              icon={DeleteIcon}
              variant="tertiary"
              accessibilityLabel={text("tiers.edit.freezes.remove")}
              onClick={() => onChange(freezes.filter((each) => each.id !== id))}
            />
          </div>
        </div>
      ))}
      <div>
        <Button variant="plain" onClick={add}>
          {text("tiers.edit.freezes.add")}
        </Button>
      </div>
    </>
  );

  function set(id: string, change: Partial<Freezes[number]>) {
    onChange(freezes.map((each) => (each.id === id ? { ...each, ...change } : each)));
  }

  function add() {
    const id = `${String(Date.now())}-${String(added.current++)}`;
    onChange([...freezes, { id, from: "", until: "" }]);
  }
}
