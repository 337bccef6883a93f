import { Button, DatePicker, InlineError, Popover, Text, BlockStack } from "@shopify/polaris";
import { useId, useState } from "react";
import { dateOf, dayOf, monthOf } from "../../components/calendar-dates.ts";
import { useFormats } from "../../i18n/use-text.tsx";

interface DayFieldProps {
  label: string;
  /** YYYY-MM-DD, which has no time zone. */
  day: string;
  onChange: (day: string) => void;
  error: string | undefined;
}

/** A calendar in a popover. */
export function DayField({ label, day, onChange, error }: DayFieldProps) {
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const [shown, setShown] = useState(monthOf(day));
  const errorId = useId();
  return (
    <BlockStack gap="100">
      <Text as="span">{label}</Text>
      <div>
        <Popover
          active={isOpen}
          autofocusTarget="first-node"
          onClose={() => setIsOpen(false)}
          activator={
            <Button disclosure onClick={() => setIsOpen(!isOpen)} accessibilityLabel={said()}>
              {formats.calendarDate(day)}
            </Button>
          }
        >
          <Popover.Pane fixed>
            <Popover.Section>
              <DatePicker
                month={shown.month}
                year={shown.year}
                selected={dateOf(day)}
                onMonthChange={(month, year) => setShown({ month, year })}
                onChange={({ start }) => {
                  onChange(dayOf(start));
                  setIsOpen(false);
                }}
              />
            </Popover.Section>
          </Popover.Pane>
        </Popover>
      </div>
      {error === undefined ? null : <InlineError fieldID={errorId} message={error} />}
    </BlockStack>
  );

  function said(): string {
    return `${label}: ${formats.calendarDate(day)}`;
  }
}
