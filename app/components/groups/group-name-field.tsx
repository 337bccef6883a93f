import { TextField } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { RuleProblem } from "./rule-problems.ts";

interface GroupNameFieldProps {
  value: string;
  onChange: (name: string) => void;
  problems: readonly RuleProblem[];
  helpText?: string;
}

/** What the merchant calls a group of their own. */
export function GroupNameField({ problems, ...field }: GroupNameFieldProps) {
  const text = useText();
  return (
    <TextField
      label={text("groups.name")}
      autoComplete="off"
      maxLength={60}
      error={problems.some((each) => each.field === "name") ? text("groups.problem.name") : false}
      {...field}
    />
  );
}
