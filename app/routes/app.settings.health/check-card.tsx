import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { ReconciliationHealth } from "../../use-cases/pages/reconciliation-health.ts";
import { durationInWords } from "./duration-words.ts";
import { Instant } from "./instant.tsx";

type CheckKind = "sweep" | "full";

const WORDS: Record<CheckKind, Record<"title" | "sentence" | "action", PlainMessageKey>> = {
  sweep: {
    title: "settings.health.sweep.title",
    sentence: "settings.health.sweep.sentence",
    action: "settings.health.sweep.action",
  },
  full: {
    title: "settings.health.full.title",
    sentence: "settings.health.full.sentence",
    action: "settings.health.full.action",
  },
};

interface CheckCardProps {
  kind: CheckKind;
  health: ReconciliationHealth;
  isImporting: boolean;
}

/** What the last check of a kind has found, how far the next one is, and a button that starts it. */
export function CheckCard({ kind, health, isImporting }: CheckCardProps) {
  const text = useText();
  const asking = useFetcher();
  const titleId = useId();
  const words = WORDS[kind];
  const { running, last } = health;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="400">
          <Text as="h3" variant="headingSm" id={titleId}>
            {text(words.title)}
          </Text>
          <Button
            disabled={isImporting || running !== null}
            loading={asking.state !== "idle"}
            onClick={() => asking.submit({ intent: kind }, { method: "post" })}
          >
            {text(words.action)}
          </Button>
        </InlineStack>
        <QuietLine>{text(words.sentence)}</QuietLine>
        {isImporting ? <QuietLine>{text("settings.health.check.importing")}</QuietLine> : null}
        {running === null ? null : (
          <CheckProgress kind={kind} running={running} labelledBy={titleId} />
        )}
        {last === null ? null : <LastCheck kind={kind} last={last} />}
      </BlockStack>
    </Card>
  );
}

interface CheckProgressProps {
  kind: CheckKind;
  running: NonNullable<ReconciliationHealth["running"]>;
  labelledBy: string;
}

function CheckProgress({ kind, running, labelledBy }: CheckProgressProps) {
  const text = useText();
  const { ordersSeen: seen, ordersTotal: total, problem } = running;
  return (
    <BlockStack gap="200">
      {total === null || total === 0 ? null : (
        <ProgressBar
          progress={Math.min(100, (100 * seen) / total)}
          size="small"
          tone="highlight"
          animated={false}
          ariaLabelledBy={labelledBy}
        />
      )}
      <Text as="p">{sentence()}</Text>
    </BlockStack>
  );

  function sentence(): string {
    if (problem !== null) return text("settings.health.check.problem");
    if (kind === "sweep") return text("settings.health.check.seen-some");
    if (total === null || seen === 0) return text("settings.health.check.starting");
    return text("settings.health.check.seen-of", { seen, total });
  }
}

function LastCheck({
  kind,
  last,
}: {
  kind: CheckKind;
  last: NonNullable<ReconciliationHealth["last"]>;
}) {
  const text = useText();
  const formats = useFormats();
  return (
    <>
      <FactList>
        <Fact term={text("settings.health.check.last")}>
          <Instant at={last.finishedAt} />
        </Fact>
        <Fact term={text("settings.health.check.duration")}>
          {durationInWords(last.seconds, text)}
        </Fact>
        <Fact term={text("settings.health.check.seen")}>{formats.integer(last.ordersSeen)}</Fact>
        <Fact term={text("settings.health.check.repaired")}>
          {formats.integer(last.ordersRepaired)}
        </Fact>
        {last.ordersRepaired === 0 ? null : (
          <Fact term={text("settings.health.check.lag")}>
            {durationInWords(last.longestLagSeconds, text)}
          </Fact>
        )}
        {kind === "sweep" ? null : (
          <>
            <Fact term={text("settings.health.check.deleted")}>
              {formats.integer(last.ordersDeleted)}
            </Fact>
            <Fact term={text("settings.health.check.forgotten")}>
              {formats.integer(last.customersForgotten)}
            </Fact>
          </>
        )}
      </FactList>
      {last.orderIds.length === 0 ? null : (
        <QuietLine>
          {text("settings.health.check.examples", { ids: last.orderIds.join(", ") })}
        </QuietLine>
      )}
    </>
  );
}
