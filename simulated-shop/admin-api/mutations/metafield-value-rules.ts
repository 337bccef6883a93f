/** What is wrong with a metafield's value, in Shopify's words; null when it fits its type. */
type ValueRule = (value: string) => string | null;

const RULES: Readonly<Record<string, ValueRule>> = {
  single_line_text_field: (value) =>
    /[\r\n]/.test(value) ? "Value must be a single line text string." : null,
  multi_line_text_field: () => null,
  number_integer: (value) => (/^-?\d+$/.test(value) ? null : "Value must be an integer."),
  number_decimal: (value) => (/^-?\d+(\.\d+)?$/.test(value) ? null : "Value must be a decimal."),
  boolean: (value) =>
    value === "true" || value === "false" ? null : "Value must be true or false.",
  json: (value) => (isJson(value) ? null : "Value is invalid JSON."),
  date: (value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
      ? null
      : "Value must be in YYYY-MM-DD format.",
  date_time: (value) =>
    Number.isNaN(Date.parse(value))
      ? "Value must be in “YYYY-MM-DDTHH:MM:SS” format. For example: 2022-06-01T15:30:00"
      : null,
};

/** Types this shop can check. */
export function isKnownMetafieldType(type: string): boolean {
  return Object.hasOwn(RULES, type);
}

export function problemWithValue(type: string, value: string): string | null {
  if (value.trim() === "") return "Value can't be blank.";
  return RULES[type]?.(value) ?? null;
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
