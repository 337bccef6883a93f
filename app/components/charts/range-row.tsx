import styles from "./range-row.module.css";

interface RangeRowProps {
  /** Where nine in ten end up, and five in ten. */
  likely: { low: number; high: number };
  middle: { low: number; high: number };
  /** The best single guess. */
  guess: number | null;
  /** The scale's ends in words: 0 and the highest of the above. */
  ends: { from: string; to: string };
}

/** A line where most end up, thick where half do, and a mark at the best guess. The page says it in words. */
export function RangeRow({ likely, middle, guess, ends }: RangeRowProps) {
  const highest = highestOf({ likely, guess });
  const at = (amount: number) => `${Math.round((1000 * amount) / highest) / 10}%`;
  const between = ({ low, high }: { low: number; high: number }) => ({
    insetInlineStart: at(low),
    width: at(high - low),
  });
  return (
    <div className={styles.range} aria-hidden="true">
      <div className={styles.track}>
        <span className={styles.likely} style={between(likely)} />
        <span className={styles.middle} style={between(middle)} />
        {guess === null ? null : (
          <span className={styles.guess} style={{ insetInlineStart: at(guess) }} />
        )}
      </div>
      <div className={styles.ends}>
        <span>{ends.from}</span>
        <span>{ends.to}</span>
      </div>
    </div>
  );
}

/** Where the scale ends. */
export function highestOf({
  likely,
  guess,
}: {
  likely: { high: number };
  guess: number | null;
}): number {
  return Math.max(likely.high, guess ?? 0) || 1;
}
