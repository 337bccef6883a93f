import { useSearchParams } from "@remix-run/react";
import { Button, InlineGrid, Select, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useText } from "../../i18n/use-text.tsx";
import type { Movement, MovementQuery } from "../../use-cases/pages/movement-page.ts";

interface PeriodPickerProps {
  query: MovementQuery;
  movement: Pick<Movement, "firstDay" | "period">;
}

/** The usual periods act at once, two dates of the merchant's own only on Apply; dates that are none come back as they were. */
export function PeriodPicker({ query, movement }: PeriodPickerProps) {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const inAddress = query.period.kind === "between" ? "custom" : String(query.period.days);
  const [chosen, setChosen] = useState(inAddress);
  const shownFrom = movement.period.from ?? movement.firstDay;
  const [from, setFrom] = useState(shownFrom);
  const [until, setUntil] = useState(movement.period.until);
  useEffect(() => {
    setChosen(inAddress);
    setFrom(shownFrom);
    setUntil(movement.period.until);
  }, [inAddress, shownFrom, movement.period.until]);

  function show(changes: Record<string, string>) {
    const next = new URLSearchParams(params);
    for (const part of ["period", "from", "until"]) next.delete(part);
    for (const [part, value] of Object.entries(changes)) next.set(part, value);
    setParams(next, { preventScrollReset: true });
  }

  return (
    <>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <Select
          label={text("movement.period")}
          options={[
            { label: text("movement.period.month"), value: "30" },
            { label: text("movement.period.quarter"), value: "90" },
            { label: text("movement.period.year"), value: "365" },
            { label: text("movement.period.custom"), value: "custom" },
          ]}
          value={chosen}
          onChange={(period) => {
            setChosen(period);
            if (period !== "custom") show({ period });
          }}
        />
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
      {chosen === "custom" ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            show({ period: "custom", from, until });
          }}
        >
          <InlineGrid columns={{ xs: 1, sm: "1fr 1fr auto" }} gap="300" alignItems="end">
            <TextField
              type="date"
              label={text("movement.period.from")}
              value={from}
              onChange={setFrom}
              autoComplete="off"
            />
            <TextField
              type="date"
              label={text("movement.period.until")}
              value={until}
              onChange={setUntil}
              autoComplete="off"
            />
            <Button submit>{text("movement.period.apply")}</Button>
          </InlineGrid>
        </form>
      ) : null}
    </>
  );
}
