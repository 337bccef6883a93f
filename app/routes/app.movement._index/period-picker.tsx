import { useSearchParams } from "@remix-run/react";
import { Button, InlineGrid, Popover, Select, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Movement, MovementQuery } from "../../use-cases/pages/movement-page.ts";
import { PeriodPane, type ChosenPeriod } from "./period-pane.tsx";
import { usualPeriods } from "./usual-periods.ts";

interface PeriodPickerProps {
  query: MovementQuery;
  movement: Pick<Movement, "firstDay" | "period">;
}

/** Which period, in a popover that acts only on Apply; and of which labels. */
export function PeriodPicker({ query, movement }: PeriodPickerProps) {
  const text = useText();
  const formats = useFormats();
  const labelId = useId();
  const [params, setParams] = useSearchParams();
  const [isOpen, setIsOpen] = useState(false);
  const { period, firstDay } = movement;
  const shown: ChosenPeriod = {
    preset: query.period.kind === "between" ? "custom" : String(query.period.days),
    from: period.from ?? firstDay,
    until: period.until,
  };
  const usual = usualPeriods.find(({ days }) => days === shown.preset);
  const inWords =
    usual === undefined
      ? text("movement.period.between", {
          from: formats.calendarDate(shown.from),
          until: formats.calendarDate(shown.until),
        })
      : text(usual.name);

  function show({ preset, from, until }: ChosenPeriod) {
    const next = new URLSearchParams(params);
    for (const part of ["period", "from", "until"]) next.delete(part);
    const chosen = preset === "custom" ? { period: preset, from, until } : { period: preset };
    for (const [part, value] of Object.entries(chosen)) next.set(part, value);
    setParams(next, { preventScrollReset: true });
    setIsOpen(false);
  }

  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
      <div>
        <Text as="p" id={labelId}>
          {text("movement.period")}
        </Text>
        <Popover
          active={isOpen}
          activator={
            <Button
              fullWidth
              size="large"
              textAlign="left"
              disclosure
              ariaDescribedBy={labelId}
              onClick={() => setIsOpen(!isOpen)}
            >
              {inWords}
            </Button>
          }
          autofocusTarget="first-node"
          fluidContent
          sectioned
          onClose={() => setIsOpen(false)}
        >
          {isOpen ? (
            <PeriodPane
              shown={shown}
              firstDay={firstDay}
              onApply={show}
              onCancel={() => setIsOpen(false)}
            />
          ) : null}
        </Popover>
      </div>
      <Select
        label={text("movement.family")}
        options={[
          { label: text("movement.family.tier"), value: "tier" },
          { label: text("movement.family.group"), value: "group" },
        ]}
        value={query.family}
        onChange={(of) => {
          const next = new URLSearchParams(params);
          next.set("of", of);
          setParams(next, { preventScrollReset: true });
        }}
      />
    </InlineGrid>
  );
}
