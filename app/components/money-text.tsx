import { Text } from "@shopify/polaris";
import { useFormats } from "../i18n/use-text.tsx";

/** An amount in a table cell: all decimals, right-aligned digits of one width. */
export function MoneyText({ minorUnits }: { minorUnits: number }) {
  const formats = useFormats();
  return (
    <Text as="span" numeric alignment="end">
      {formats.money(minorUnits)}
    </Text>
  );
}
