import { Link, useSearchParams } from "@remix-run/react";
import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { BarCell } from "../../components/charts/bar-cell.tsx";
import { FlowPicture } from "../../components/charts/flow-picture.tsx";
import { LabelLines } from "../../components/charts/label-lines.tsx";
import { MoverBars } from "../../components/charts/mover-bars.tsx";
import { reasonInWords } from "../../components/move-words.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import styles from "./more-pictures.module.css";
import type { Movement, MovementPage } from "../../use-cases/pages/movement-page.ts";

interface PictureProps {
  page: MovementPage;
  movement: Movement;
}

/** More rows than this are in the matrix only. */
const MOST_BARS = 12;

export function MoversCard({ page: { family, labels }, movement: { moves } }: PictureProps) {
  const text = useText();
  const rankOf = (key: string | null) => labels.findIndex((label) => label.key === key);
  const movers = moves
    .filter(({ fromKey, toKey }) => fromKey !== toKey)
    .sort((a, b) => b.customers - a.customers)
    .slice(0, MOST_BARS);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("movement.movers.title")}
        </Text>
        <MoverBars moves={movers.map((move) => ({ ...move, direction: directionOf(move) }))} />
      </BlockStack>
    </Card>
  );

  function directionOf({ fromKey, toKey }: (typeof movers)[number]) {
    if (family === "group" || fromKey === null || toKey === null) return "sideways" as const;
    const [from, to] = [rankOf(fromKey), rankOf(toKey)];
    if (from < 0 || to < 0) return "sideways" as const;
    return to < from ? ("up" as const) : ("down" as const);
  }
}

export function ReasonsCard({ reasons }: Pick<Movement, "reasons">) {
  const text = useText();
  const formats = useFormats();
  const most = Math.max(1, ...reasons.map(({ decisions }) => decisions));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("movement.reasons.title")}
        </Text>
        <QuietLine>
          {text("movement.reasons.sentence", {
            moves: reasons.reduce((sum, { decisions }) => sum + decisions, 0),
          })}
        </QuietLine>
        <ScrollTable
          caption={text("movement.reasons.title")}
          captionHidden
          columns={[
            { heading: text("movement.reasons.reason") },
            { heading: text("movement.reasons.moves"), numeric: true },
          ]}
          rows={reasons.map(({ reason, decisions }) => ({
            key: reason,
            cells: [
              reasonInWords(reason, text),
              <BarCell key="moves" share={decisions / most}>
                {formats.integer(decisions)}
              </BarCell>,
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}

export function LinesCard({ page: { family, labels }, movement: { counts } }: PictureProps) {
  const text = useText();
  const formats = useFormats();
  const lines = labels.map(({ key, name }) => ({
    key,
    name,
    customers:
      counts.labels.find((label) => label.key === key)?.customers ?? counts.days.map(() => 0),
  }));
  const [first] = lines;
  if (first === undefined || counts.days.length < 2) return null;
  return (
    <Card>
      <LabelLines
        title={
          family === "tier" ? text("movement.lines.title.tier") : text("movement.lines.title.group")
        }
        answer={text("movement.lines.answer", {
          label: first.name,
          from: first.customers[0] ?? 0,
          fromDay: formats.calendarDate(counts.days[0] ?? ""),
          until: first.customers.at(-1) ?? 0,
          untilDay: formats.calendarDate(counts.days.at(-1) ?? ""),
        })}
        days={counts.days}
        lines={lines}
      />
    </Card>
  );
}

/** Off until it is asked for: where nearly everybody stays, the matrix says more. */
export function FlowsCard({ page: { family, labels }, movement }: PictureProps) {
  const text = useText();
  const [params] = useSearchParams();
  const { flows, period, firstDay } = movement;
  const other = new URLSearchParams(params);
  if (flows === null) other.set("flows", "shown");
  else other.delete("flows");
  const movers = (flows?.[0]?.moves ?? []).reduce((sum, { customers }) => sum + customers, 0);
  return (
    <Card>
      <BlockStack gap="300">
        {flows === null || movers === 0 ? (
          <Text as="h2" variant="headingMd">
            {text("movement.flows.title")}
          </Text>
        ) : (
          <FlowPicture
            title={text("movement.flows.title")}
            answer={text("movement.flows.answer", { movers })}
            labels={labels}
            isLadder={family === "tier"}
            firstDay={period.from ?? firstDay}
            steps={flows}
          />
        )}
        <Box>
          <Link to={{ search: other.toString() }} preventScrollReset className={styles.link}>
            {text(flows === null ? "movement.flows.show" : "movement.flows.hide")}
          </Link>
        </Box>
      </BlockStack>
    </Card>
  );
}
