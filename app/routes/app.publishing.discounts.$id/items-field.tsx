import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, InlineError, InlineStack, Select, Tag } from "@shopify/polaris";
import { useId } from "react";
import { useText } from "../../i18n/use-text.tsx";
import type { ItemsFields, Picked } from "./discount-form.ts";

interface ItemsFieldProps {
  label: string;
  items: ItemsFields;
  /** Shopify does not give away whatever there is. */
  mayBeAll: boolean;
  error: string | undefined;
  onChange: (items: ItemsFields) => void;
}

/** Everything, or collections or products chosen in Shopify's own picker. */
export function ItemsField({ label, items, mayBeAll, error, onChange }: ItemsFieldProps) {
  const text = useText();
  const shopify = useAppBridge();
  const errorId = useId();
  const { kind, picked } = items;
  const options = [
    ...(mayBeAll ? [{ value: "all", label: text("discounts.items.all") }] : []),
    { value: "collections", label: text("discounts.items.collections") },
    { value: "products", label: text("discounts.items.products") },
  ];

  async function browse(type: "collection" | "product") {
    const chosen = await shopify.resourcePicker({
      type,
      action: "select",
      multiple: true,
      selectionIds: picked.map(({ id }) => ({ id: gidOf(type, id) })),
    });
    if (chosen === undefined) return;
    onChange({ ...items, picked: chosen.map(({ id, title }) => ({ id: numberIn(id), title })) });
  }

  return (
    <BlockStack gap="200">
      <Select
        label={label}
        options={options}
        value={kind}
        onChange={(value) => onChange({ kind: kindOf(value), picked: [] })}
      />
      {kind === "all" ? null : (
        <>
          <InlineStack gap="200" blockAlign="center">
            <Button onClick={() => void browse(kind === "products" ? "product" : "collection")}>
              {text("discounts.items.browse")}
            </Button>
            {picked.map(({ id, title }) => (
              <Tag
                key={id}
                accessibilityLabel={text("discounts.items.remove", { title })}
                onRemove={() => onChange({ ...items, picked: without(picked, id) })}
              >
                {title}
              </Tag>
            ))}
          </InlineStack>
          {error === undefined ? null : <InlineError fieldID={errorId} message={error} />}
        </>
      )}
    </BlockStack>
  );
}

function without(picked: Picked, id: string): Picked {
  return picked.filter((each) => each.id !== id);
}

function kindOf(value: string): ItemsFields["kind"] {
  return value === "collections" || value === "products" ? value : "all";
}

function gidOf(type: "collection" | "product", id: string): string {
  return `gid://shopify/${type === "product" ? "Product" : "Collection"}/${id}`;
}

function numberIn(gid: string): string {
  return gid.split("/").at(-1) ?? "";
}
