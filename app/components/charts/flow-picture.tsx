import { useId } from "react";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { moveInWords } from "../move-words.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { layOutFlows, type FlowMove, type FlowNode } from "./flow-layout.ts";
import styles from "./flow-picture.module.css";
import { tierShade } from "./tier-shades.ts";

const WIDTH = 1000;
const HEIGHT = 320;
/** Told one by one where the picture has no room. */
const LARGEST_SHOWN = 10;

interface FlowPictureProps {
  title: string;
  answer: string;
  labels: { key: string; name: string }[];
  /** Labels with an order have an up and a down, and shades. */
  isLadder: boolean;
  /** The day before the first step, and each step with its last day (YYYY-MM-DD). */
  firstDay: string;
  steps: { untilDay: string; moves: FlowMove[] }[];
}

/** Where customers went step by step: only those who moved at all, or everything else would be a hairline. */
export function FlowPicture({
  title,
  answer,
  labels,
  isLadder,
  firstDay,
  steps,
}: FlowPictureProps) {
  const text = useText();
  const formats = useFormats();
  const hatchId = useId();
  const keys = labels.map(({ key }) => key);
  const { nodes, links } = layOutFlows(steps, keys, { width: WIDTH, height: HEIGHT });
  const days = [firstDay, ...steps.map(({ untilDay }) => untilDay)];
  const nameOf = (key: string | null) =>
    key === null
      ? text("customer.not-ranked")
      : (labels.find((label) => label.key === key)?.name ?? key);
  const moves = steps.flatMap(({ untilDay, moves: all }, step) =>
    all
      .filter(({ fromKey, toKey }) => fromKey !== toKey)
      .map((move) => ({ ...move, untilDay, fromDay: days[step] ?? firstDay }))
      .sort((a, b) => b.customers - a.customers),
  );
  const inWords = (move: FlowMove) =>
    moveInWords(
      {
        from: move.fromKey === null ? null : nameOf(move.fromKey),
        to: move.toKey === null ? null : nameOf(move.toKey),
      },
      text,
    );

  return (
    <ChartFigure
      title={title}
      answer={answer}
      table={{
        caption: text("flow.caption"),
        columns: [
          { heading: text("flow.period") },
          { heading: text("flow.move") },
          { heading: text("flow.customers"), numeric: true },
        ],
        rows: moves.map((move) => ({
          key: `${move.untilDay} ${move.fromKey ?? ""} ${move.toKey ?? ""}`,
          cells: [period(move), inWords(move), formats.integer(move.customers)],
        })),
      }}
    >
      <div className={styles.wide}>
        <svg
          className={styles.drawing}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          <defs>
            <pattern
              id={hatchId}
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="7" height="7" fill="var(--echelon-down-fill)" />
              <rect width="3.5" height="7" fill="var(--echelon-down)" />
            </pattern>
          </defs>
          {links.map((link) => {
            const direction = directionOf(link);
            return (
              <path
                key={link.id}
                d={link.path}
                className={direction === "up" ? styles.up : styles.band}
                {...(direction === "down" ? { style: { fill: `url(#${hatchId})` } } : {})}
              />
            );
          })}
          {nodes.map((node) => (
            <rect
              key={node.id}
              x={node.x0}
              y={node.y0}
              width={node.x1 - node.x0}
              height={Math.max(1, node.y1 - node.y0)}
              className={styles.node}
              fill={fillOf(node)}
            />
          ))}
        </svg>
        {nodes.map((node) => (
          <span key={node.id} className={styles.label} style={placeOf(node)}>
            {nameOf(node.key)} {formats.integer(node.customers)}
          </span>
        ))}
        {days.map((day, column) => (
          <span key={day} className={styles.day} style={sideOf((100 * column) / steps.length)}>
            {formats.calendarDate(day)}
          </span>
        ))}
      </div>
      <ol className={styles.narrow}>
        {[...moves]
          .sort((a, b) => b.customers - a.customers)
          .slice(0, LARGEST_SHOWN)
          .map((move) => (
            <li key={`${move.untilDay} ${move.fromKey ?? ""} ${move.toKey ?? ""}`}>
              {`${inWords(move)}: ${formats.integer(move.customers)} (${period(move)})`}
            </li>
          ))}
      </ol>
    </ChartFigure>
  );

  function period({ fromDay, untilDay }: { fromDay: string; untilDay: string }): string {
    return text("flow.from-until", {
      from: formats.calendarDate(fromDay),
      until: formats.calendarDate(untilDay),
    });
  }

  function directionOf({ fromKey, toKey }: FlowMove): "up" | "down" | "none" {
    if (!isLadder || fromKey === toKey) return "none";
    return rankOf(toKey) < rankOf(fromKey) ? "up" : "down";
  }

  function rankOf(key: string | null): number {
    const rank = key === null ? -1 : keys.indexOf(key);
    return rank === -1 ? keys.length : rank;
  }

  function fillOf({ key }: FlowNode): string {
    const rank = key === null ? -1 : keys.indexOf(key);
    return rank === -1 || !isLadder
      ? "var(--echelon-stayed)"
      : tierShade(rank, keys.length).background;
  }

  function placeOf({ x0, x1, y0, y1, column }: FlowNode) {
    const side =
      column === steps.length
        ? { insetInlineEnd: `${100 - (100 * x0) / WIDTH}%` }
        : { insetInlineStart: `${(100 * x1) / WIDTH}%` };
    return { ...side, insetBlockStart: `${(100 * (y0 + y1)) / 2 / HEIGHT}%` };
  }
}

/** The day above its column, inside the drawing at both ends. */
function sideOf(percent: number) {
  if (percent === 0) return { insetInlineStart: 0 };
  return percent === 100
    ? { insetInlineEnd: 0 }
    : { insetInlineStart: `${percent}%`, transform: "translateX(-50%)" };
}
