import {
  BlockStack,
  Button,
  ButtonGroup,
  DatePicker,
  InlineGrid,
  InlineStack,
  OptionList,
  Select,
  TextField,
  useBreakpoints,
} from "@shopify/polaris";
import { useState } from "react";
import { dateOf, dayOf, monthOf } from "../../components/calendar-dates.ts";
import { useText } from "../../i18n/use-text.tsx";
import { usualPeriods } from "./usual-periods.ts";

export interface ChosenPeriod {
  /** Days back from today, "30"; or "custom". */
  preset: string;
  /** YYYY-MM-DD. */
  from: string;
  until: string;
}

interface PeriodPaneProps {
  shown: ChosenPeriod;
  /** Nothing is known before it. */
  firstDay: string;
  onApply: (period: ChosenPeriod) => void;
  onCancel: () => void;
}

/** Usual periods, two dates and a calendar of them; nothing happens before Apply. A date that is none comes back as it was. */
export function PeriodPane({ shown, firstDay, onApply, onCancel }: PeriodPaneProps) {
  const text = useText();
  const { mdUp } = useBreakpoints();
  const [period, setPeriod] = useState(shown);
  const [typed, setTyped] = useState({ from: shown.from, until: shown.until });
  const [month, setMonth] = useState(monthOf(mdUp ? monthBefore(shown.until) : shown.until));
  const options = [
    ...usualPeriods.map(({ days, name }) => ({ value: days, label: text(name) })),
    { value: "custom", label: text("movement.period.custom") },
  ];

  function choose(from: string, until: string) {
    setPeriod({ preset: "custom", from, until });
    setTyped({ from, until });
  }

  function settle(part: "from" | "until") {
    const next = { ...period, [part]: typed[part] };
    if (isDay(typed[part]) && next.from < next.until) choose(next.from, next.until);
    else setTyped({ ...typed, [part]: period[part] });
  }

  const field = (part: "from" | "until") => (
    <TextField
      type="date"
      label={text(part === "from" ? "movement.period.from" : "movement.period.until")}
      value={typed[part]}
      onChange={(value) => setTyped({ ...typed, [part]: value })}
      onBlur={() => settle(part)}
      autoComplete="off"
    />
  );

  return (
    <BlockStack gap="300">
      <InlineGrid columns={{ xs: 1, md: "180px 1fr" }} gap="400" alignItems="start">
        {mdUp ? (
          <OptionList
            options={options}
            selected={[period.preset]}
            onChange={([preset = "custom"]) => setPeriod({ ...period, preset })}
          />
        ) : (
          <Select
            label={text("movement.period")}
            options={options}
            value={period.preset}
            onChange={(preset) => setPeriod({ ...period, preset })}
          />
        )}
        <BlockStack gap="300">
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
            {field("from")}
            {field("until")}
          </InlineGrid>
          <DatePicker
            allowRange
            multiMonth={mdUp}
            month={month.month}
            year={month.year}
            selected={{ start: dateOf(period.from), end: dateOf(period.until) }}
            disableDatesBefore={dateOf(firstDay)}
            onMonthChange={(at, year) => setMonth({ month: at, year })}
            onChange={({ start, end }) => choose(dayOf(start), dayOf(end))}
          />
        </BlockStack>
      </InlineGrid>
      <InlineStack align="end">
        <ButtonGroup>
          <Button onClick={onCancel}>{text("movement.period.cancel")}</Button>
          <Button variant="primary" onClick={() => onApply(period)}>
            {text("movement.period.apply")}
          </Button>
        </ButtonGroup>
      </InlineStack>
    </BlockStack>
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

/** Two months stand beside each other: the later one is that of the period's end. */
function monthBefore(day: string): string {
  const date = dateOf(day);
  return dayOf(new Date(date.getFullYear(), date.getMonth() - 1, 1));
}
