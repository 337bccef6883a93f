import type { ReactNode } from "react";
import type { TierDefinition } from "../../use-cases/pages/page-words.ts";
import { useText } from "../../i18n/use-text.tsx";
import styles from "./charts.module.css";
import { ladderOf } from "./ladder-positions.ts";
import { tierShade } from "./tier-shades.ts";

interface TierLadderProps {
  tiers: TierDefinition[];
  current: TierDefinition;
  /** Share of ranked customers with a strictly lower value, 0–1. */
  valueBeats: number;
}

/** Where one customer stands on the ladder: dashed line = to stay, solid line = to enter the next tier. The page says it in words. */
export function TierLadder({ tiers, current, valueBeats }: TierLadderProps) {
  const text = useText();
  const ladder = ladderOf(tiers, current, valueBeats);
  return (
    <div className={styles.ladder} aria-hidden="true">
      <div className={styles.ladderTrack}>
        <div className={styles.bar}>
          {ladder.rungs.map((rung) => {
            const shade = tierShade(rung.rank, tiers.length);
            return (
              <span
                key={rung.key}
                className={styles.barPart}
                style={{
                  width: `${rung.widthPercent}%`,
                  background: shade.background,
                  color: shade.text,
                }}
              >
                {rung.widthPercent >= 15 ? (
                  <span className={styles.rungName}>{rung.name}</span>
                ) : (
                  ""
                )}
              </span>
            );
          })}
        </div>
        <LabelAt percent={ladder.herePercent} className={styles.here}>
          {isRightHalf(ladder.herePercent)
            ? `${text("ladder.here")} ▼`
            : `▼ ${text("ladder.here")}`}
        </LabelAt>
        {ladder.stayPercent === null ? null : (
          <Marker percent={ladder.stayPercent} kind="stay" label={text("ladder.stay")} />
        )}
        {ladder.enter === null ? null : (
          <Marker
            percent={ladder.enter.percent}
            kind="enter"
            label={text("ladder.enter", { tier: ladder.enter.tierName })}
          />
        )}
      </div>
    </div>
  );
}

interface MarkerProps {
  percent: number;
  kind: "stay" | "enter";
  label: string;
}

function Marker({ percent, kind, label }: MarkerProps) {
  return (
    <>
      <span
        className={`${styles.marker} ${styles[kind]}`}
        style={{ insetInlineStart: `${percent}%` }}
      />
      <LabelAt
        percent={percent}
        className={`${styles.markerLabel} ${styles[`${kind}Label`]} ${styles[isRightHalf(percent) ? `${kind}End` : `${kind}Start`]}`}
      >
        {label}
      </LabelAt>
    </>
  );
}

/** A label beside its place, on the side where there is room. */
function LabelAt({
  percent,
  className,
  children,
}: {
  percent: number;
  className: string | undefined;
  children: ReactNode;
}) {
  const side = isRightHalf(percent)
    ? { insetInlineEnd: `${100 - percent}%` }
    : { insetInlineStart: `${percent}%` };
  return (
    <span className={className} style={side}>
      {children}
    </span>
  );
}

function isRightHalf(percent: number): boolean {
  return percent > 50;
}
