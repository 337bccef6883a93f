import { useNavigate } from "@remix-run/react";
import { InlineStack, Select } from "@shopify/polaris";
import { runFilters, runStandings, runStarters } from "../../components/runs/run-filters.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { RunsQuery } from "../../use-cases/pages/runs-page.ts";
import { addressOf } from "./runs-query.ts";

const kindWords = {
  all: "runs.filter.all",
  "program-change": "runs.filter.program-change",
  recalibration: "runs.filter.recalibration",
  due: "runs.filter.due",
  order: "runs.filter.order",
  manual: "runs.filter.manual",
  merge: "runs.filter.merge",
  undo: "runs.filter.undo",
  import: "runs.filter.import",
} as const;

const starterWords = {
  all: "runs.who.all",
  you: "runs.who.you",
  staff: "runs.who.others",
  flow: "runs.who.flow",
  itself: "runs.who.itself",
} as const;

const standingWords = {
  all: "runs.state.all",
  "in-force": "runs.state.applied",
  undone: "runs.state.undone",
  "partly-undone": "runs.state.partly-undone",
} as const;

/** What started the runs that are shown, who, and whether they were taken back. */
export function RunsFilters({ query }: { query: RunsQuery }) {
  const text = useText();
  const navigate = useNavigate();
  const show = (changes: Partial<RunsQuery>) =>
    navigate(addressOf({ ...query, ...changes, hour: null, cursor: null }));
  return (
    <InlineStack gap="400">
      <Select
        label={text("runs.filter")}
        labelInline
        options={runFilters.map((value) => ({ value, label: text(kindWords[value]) }))}
        value={query.filter}
        onChange={(value) => show({ filter: chosen(runFilters, value) })}
      />
      <Select
        label={text("runs.column.who")}
        labelInline
        options={runStarters.map((value) => ({ value, label: text(starterWords[value]) }))}
        value={query.who}
        onChange={(value) => show({ who: chosen(runStarters, value) })}
      />
      <Select
        label={text("runs.column.state")}
        labelInline
        options={runStandings.map((value) => ({ value, label: text(standingWords[value]) }))}
        value={query.state}
        onChange={(value) => show({ state: chosen(runStandings, value) })}
      />
    </InlineStack>
  );
}

function chosen<Choice extends string>(
  choices: readonly (Choice | "all")[],
  value: string,
): Choice | "all" {
  return choices.find((each) => each === value) ?? "all";
}
