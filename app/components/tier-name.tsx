import styles from "./tier-name.module.css";

interface TierNameProps {
  name: string;
  /** 0 is the highest tier. */
  rank: number;
  tierCount: number;
}

/** A tier as pips and its word: as many steps as there are tiers, filled up to this one. */
export function TierName({ name, rank, tierCount }: TierNameProps) {
  const filled = tierCount - rank;
  return (
    <span className={styles.tier}>
      <span className={styles.pips} aria-hidden="true">
        {Array.from({ length: tierCount }, (_, index) => (
          <span
            key={index}
            className={index < filled ? styles.filled : styles.open}
            style={{ height: `${35 + (65 * (index + 1)) / tierCount}%` }}
          />
        ))}
      </span>
      <span className={styles.word}>{name}</span>
    </span>
  );
}
