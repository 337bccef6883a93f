import { Banner, BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import type { Text as Words } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { HandWork } from "../../use-cases/pages/hand-work.ts";

const READ_AGAIN_MS = 2_000;

type Intent = HandWork["intent"];

const working = {
  override: "holds.many.working.override",
  "opt-out": "holds.many.working.opt-out",
  freeze: "holds.many.working.freeze",
  release: "holds.many.working.release",
  recalculate: "holds.many.working.recalculate",
  "add-to-group": "holds.many.working.add-to-group",
} as const satisfies Record<Intent, string>;

const doneWords = {
  override: "holds.many.done.override",
  "opt-out": "holds.many.done.opt-out",
  freeze: "holds.many.done.freeze",
  release: "holds.many.done.release",
  recalculate: "holds.many.done.recalculate",
  "add-to-group": "holds.many.done.add-to-group",
} as const satisfies Record<Intent, string>;

/** What is being done to everybody of a view; what was done last stands there for a while, with the way to take it back. */
export function HandWorkCards({ work }: { work: readonly HandWork[] }) {
  const waiting = work.filter(({ state }) => state === "waiting");
  useRevalidateWhileVisible(waiting.length > 0 ? READ_AGAIN_MS : null);
  const last = work.find(({ state }) => state !== "waiting");
  return (
    <>
      {waiting.map((each) => (
        <Progress key={each.id} work={each} />
      ))}
      {waiting.length === 0 && last !== undefined ? <Ended key={last.id} work={last} /> : null}
    </>
  );
}

function Progress({ work }: { work: HandWork }) {
  const text = useText();
  const titleId = useId();
  const { done, customers } = work;
  return (
    <Card>
      <BlockStack gap="300">
        <div aria-live="polite">
          <Text as="h2" variant="headingMd" id={titleId}>
            {text(working[work.intent])}
          </Text>
        </div>
        <ProgressBar
          progress={customers === 0 ? 0 : Math.min(100, (100 * done) / customers)}
          size="small"
          tone="highlight"
          animated={false}
          ariaLabelledBy={titleId}
        />
        <Text as="p" tone="subdued" numeric>
          {text("holds.many.progress", { done, customers })}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Ended({ work }: { work: HandWork }) {
  const text = useText();
  const { runId, groupId, state } = work;
  const action =
    runId !== null
      ? { content: text("holds.many.see-run"), url: `/app/movement/runs/${runId}` }
      : groupId !== null && state === "done"
        ? { content: text("holds.many.see-group"), url: `/app/groups/${groupId}` }
        : null;
  return (
    <Banner
      tone={state === "done" ? "success" : "warning"}
      {...(action === null ? {} : { action })}
    >
      {endInWords(work, text)}
    </Banner>
  );
}

function endInWords({ intent, state, done, problem }: HandWork, text: Words): string {
  if (state === "done") return text(doneWords[intent], { done });
  if (state === "nobody") return text("holds.many.nobody");
  return problem === "no-such-group"
    ? text("holds.many.no-such-group")
    : text("holds.many.refused", { problem: reasonInWords(problem, text) });
}

/** What changed between the asking and the doing. */
function reasonInWords(problem: string | null, text: Words): string {
  return problem === "no-such-tier"
    ? text("holds.problem.no-such-tier")
    : text("holds.problem.day-is-over");
}
