import { BlockStack, Button, InlineError, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useText } from "../../i18n/use-text.tsx";
import { chosenOf } from "./choice.ts";
import { isAmount } from "./parts-of-form.ts";
import { conditionMetrics, type ConditionMetric, type ConditionRow } from "./condition-metrics.ts";
import type { TierFieldsProps } from "./tier-fields.tsx";
import styles from "./tier-fields.module.css";

/** What it takes to enter a tier and to stay there; all conditions must hold. */
export function ConditionFields({
  tier,
  index,
  isLowest,
  currencyCode,
  errors,
  onChange,
}: TierFieldsProps & { isLowest: boolean }) {
  const text = useText();
  const { conditions } = tier;
  const place = `tiers.${String(index)}`;
  const metrics: { value: ConditionMetric; label: string }[] = [
    { value: "windowSpendAtLeast", label: text("tiers.edit.when.window-spend") },
    { value: "spendAtLeast", label: text("tiers.edit.when.spend") },
    { value: "averageOrderAtLeast", label: text("tiers.edit.when.average") },
    { value: "expectedSpendAtLeast", label: text("tiers.edit.when.expected") },
    { value: "windowOrdersAtLeast", label: text("tiers.edit.when.window-orders") },
    { value: "ordersAtLeast", label: text("tiers.edit.when.orders") },
    { value: "recencyDaysAtMost", label: text("tiers.edit.when.recency") },
  ];
  if (isLowest) return <Text as="p">{text("tiers.edit.size.rest.value")}</Text>;
  const free = conditionMetrics.filter((each) => !conditions.some(({ metric }) => metric === each));
  const [next] = free;
  const ruleErrors = [errors[`${place}.when`], errors[`${place}.keepWhen`]].filter(
    (error) => error !== undefined,
  );

  return (
    <BlockStack gap="200" inlineAlign="stretch">
      {conditions.map((condition) => (
        <div key={condition.id} className={styles.condition}>
          <Select
            label={text("tiers.edit.when")}
            options={metrics.filter(
              ({ value }) => value === condition.metric || free.includes(value),
            )}
            value={condition.metric}
            onChange={(chosen) =>
              change(condition.id, { metric: chosenOf(metrics, chosen, condition.metric) })
            }
          />
          <BoundField
            label={text("tiers.edit.when.enter")}
            metric={condition.metric}
            currencyCode={currencyCode}
            value={condition.enter}
            onChange={(enter) => change(condition.id, { enter })}
            error={errors[`${place}.when.${condition.metric}`]}
          />
          <BoundField
            label={text("tiers.edit.when.stay")}
            metric={condition.metric}
            currencyCode={currencyCode}
            value={condition.stay}
            placeholder={condition.enter}
            onChange={(stay) => change(condition.id, { stay })}
            error={errors[`${place}.keepWhen.${condition.metric}`]}
          />
          <div className={styles.remove}>
            {conditions.length > 1 ? (
              <Button
                icon={DeleteIcon}
                variant="tertiary"
                accessibilityLabel={text("tiers.edit.when.remove")}
                onClick={() =>
                  onChange({ conditions: conditions.filter(({ id }) => id !== condition.id) })
                }
              />
            ) : null}
          </div>
        </div>
      ))}
      {ruleErrors.map((error) => (
        <InlineError key={error} fieldID={`when-${tier.id}`} message={error} />
      ))}
      {next === undefined ? null : (
        <div>
          <Button
            variant="plain"
            onClick={() => onChange({ conditions: [...conditions, rowFor(next)] })}
          >
            {text(conditions.length === 0 ? "tiers.edit.when.first" : "tiers.edit.when.add")}
          </Button>
        </div>
      )}
    </BlockStack>
  );

  function change(id: string, changed: Partial<ConditionRow>) {
    onChange({
      conditions: conditions.map((each) => (each.id === id ? { ...each, ...changed } : each)),
    });
  }
}

function rowFor(metric: ConditionMetric): ConditionRow {
  return { id: `${metric}-${String(Date.now())}`, metric, enter: "", stay: "" };
}

interface BoundFieldProps {
  label: string;
  metric: ConditionMetric;
  currencyCode: string;
  value: string;
  placeholder?: string;
  onChange: (typed: string) => void;
  error: string | undefined;
}

function BoundField({ metric, currencyCode, placeholder = "", error, ...field }: BoundFieldProps) {
  const text = useText();
  const isOrders = metric === "ordersAtLeast" || metric === "windowOrdersAtLeast";
  const suffix = isAmount(metric)
    ? currencyCode
    : text(isOrders ? "tiers.edit.when.orders.suffix" : "tiers.edit.window.suffix");
  return (
    <TextField
      {...field}
      type="number"
      min={0}
      suffix={suffix}
      placeholder={placeholder}
      autoComplete="off"
      error={error ?? false}
    />
  );
}
