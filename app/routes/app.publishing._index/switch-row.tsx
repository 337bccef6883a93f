import { Badge, BlockStack, Checkbox, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useText } from "../../i18n/use-text.tsx";
import styles from "./switch-row.module.css";

interface SwitchRowProps {
  label: string;
  /** What turning it on and off does. */
  help: string;
  isOn: boolean;
  /** How it is saved, which the badge says. */
  isLive: boolean;
  error?: string | undefined;
  /** What is in Shopify now. */
  facts: string[];
  onSwitch: (isOn: boolean) => void;
  children?: ReactNode;
}

export function SwitchRow({
  label,
  help,
  isOn,
  isLive,
  error,
  facts,
  onSwitch,
  children,
}: SwitchRowProps) {
  const text = useText();
  return (
    <div className={styles.row}>
      <BlockStack gap="200">
        <Checkbox
          label={label}
          helpText={help}
          checked={isOn}
          onChange={onSwitch}
          error={error ?? false}
        />
        {children ? <div className={styles.detail}>{children}</div> : null}
      </BlockStack>
      <div className={styles.state}>
        <InlineStack>
          <Badge>{text(isLive ? "publishing.on" : "publishing.off")}</Badge>
        </InlineStack>
        {facts.map((fact) => (
          <Text key={fact} as="p" tone="subdued" numeric>
            {fact}
          </Text>
        ))}
      </div>
    </div>
  );
}
