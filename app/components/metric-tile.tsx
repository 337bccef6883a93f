import { Card, Text, UnstyledLink } from "@shopify/polaris";
import styles from "./metric-tile.module.css";

interface MetricTileProps {
  /** What is counted, with its period. */
  label: string;
  value: string;
  /** What the number is a part of, or what it means. */
  detail: string;
  url: string;
}

/** One number with its scope. The whole tile is one link whose text says all of it. */
export function MetricTile({ label, value, detail, url }: MetricTileProps) {
  return (
    <Card padding="0">
      <UnstyledLink url={url} className={styles.tile}>
        <Text as="span" tone="subdued">
          {label}
        </Text>
        <Text as="span" variant="headingLg" numeric>
          {value}
        </Text>
        <Text as="span" tone="subdued" variant="bodySm">
          {detail}
        </Text>
      </UnstyledLink>
    </Card>
  );
}
