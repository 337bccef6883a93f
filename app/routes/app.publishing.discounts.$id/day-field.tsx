import { Button, DatePicker, InlineError, Popover, Text, BlockStack } from "@shopify/polaris";
import { useId, useState } from "react";
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

/** Polaris counts days in the browser's own time zone; only the calendar's numbers matter. */
function dateOf(day: string): Date {
  const { year, month, date } = numbersOf(day);
  return new Date(year, month, date);
}

function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function monthOf(day: string): { month: number; year: number } {
  const { year, month } = numbersOf(day);
  return { year, month };
}

function numbersOf(day: string): { year: number; month: number; date: number } {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month: month - 1, date };
}
