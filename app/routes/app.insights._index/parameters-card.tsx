import { BlockStack, Card } from "@shopify/polaris";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { FittedParameters } from "../../use-cases/pages/forecasts-page.ts";
import styles from "./parameters-card.module.css";
import { ruleInWords } from "./rule-words.ts";

/** The fitted models, folded away: times in days, amounts in the smallest unit of the currency. */
export function ParametersCard({ fits }: { fits: FittedParameters[] }) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <details className={styles.fold}>
        <summary>{text("forecasts.parameters.title")}</summary>
        <BlockStack gap="400">
          {fits.map((fit) => (
            <ScrollTable
              key={fit.rule}
              caption={text("forecasts.parameters.caption", {
                rule: ruleInWords(fit.rule, null, text),
                customers: fit.customers,
                likelihood: fit.logLikelihood === null ? "–" : formats.decimal(fit.logLikelihood),
              })}
              columns={[
                { heading: text("forecasts.parameters.name") },
                { heading: text("forecasts.parameters.value"), numeric: true },
                { heading: text("forecasts.parameters.error"), numeric: true },
              ]}
              rows={fit.parameters.map(({ name, value, standardError }) => ({
                key: name,
                cells: [
                  name,
                  formats.significant(value),
                  standardError === null ? "–" : formats.significant(standardError),
                ],
              }))}
            />
          ))}
        </BlockStack>
      </details>
    </Card>
  );
}
