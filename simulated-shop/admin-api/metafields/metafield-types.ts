/** What a metafield can hold. Shopify's types, in the order its messages list them. */

/** Types with a value and a unit, beside the three whose units this shop knows. */
const OTHER_MEASUREMENTS =
  "antenna_gain area battery_charge_capacity battery_energy_capacity capacitance concentration data_storage_capacity data_transfer_rate display_density distance duration electric_current electrical_resistance energy frequency illuminance inductance luminous_flux mass_flow_rate power pressure resolution rotational_speed sound_level speed temperature thermal_power voltage volumetric_flow_rate".split(
    " ",
  );

const PLAIN_TYPES = [
  ...OTHER_MEASUREMENTS,
  ..."boolean color date date_time dimension id json jurisdiction language link money multi_line_text_field number_decimal number_integer rating rich_text_field single_line_text_field url volume weight".split(
    " ",
  ),
];

/** Plain types that have no list of their own. */
const SINGLE_ONLY: ReadonlySet<string> = new Set([
  "id",
  "json",
  "language",
  "money",
  "rich_text_field",
]);

const REFERENCES =
  "company customer product collection variant file product_taxonomy_value product_taxonomy_disclosure metaobject mixed disclosure page article order".split(
    " ",
  );

const SINGLE_ONLY_REFERENCE = "product_taxonomy_disclosure";

/** Every type, with lists and references, in the order Shopify's messages list them. */
const METAFIELD_TYPES: readonly string[] = [
  ...inMessageOrder([
    ...PLAIN_TYPES,
    ...PLAIN_TYPES.filter((type) => !SINGLE_ONLY.has(type)).map((type) => `list.${type}`),
  ]),
  ...REFERENCES.flatMap((name) =>
    name === SINGLE_ONLY_REFERENCE
      ? [`${name}_reference`]
      : [`${name}_reference`, `list.${name}_reference`],
  ),
];

/** Lists a metafield can have and a definition cannot. */
const NOT_DEFINABLE: ReadonlySet<string> = new Set(["list.boolean", "list.multi_line_text_field"]);

export const DEFINABLE_TYPES: readonly string[] = METAFIELD_TYPES.filter(
  (type) => !NOT_DEFINABLE.has(type),
);

/** Types of old API versions, which messages still name. */
export const LEGACY_TYPES: readonly string[] = ["float", "integer", "json_string", "string"];

/** What a metafield without a definition can be, as a message lists it. */
export const TYPES_IN_MESSAGE: readonly string[] = [
  ...inMessageOrder([
    ...METAFIELD_TYPES.filter((type) => !type.endsWith("_reference")),
    ...LEGACY_TYPES,
  ]),
  ...METAFIELD_TYPES.filter((type) => type.endsWith("_reference")),
];

const KNOWN: ReadonlySet<string> = new Set(METAFIELD_TYPES);

export function isMetafieldType(type: string): boolean {
  return KNOWN.has(type);
}

/** "list.number_integer" → "number_integer"; another type is itself. */
export function elementTypeOf(type: string): string {
  return type.startsWith("list.") ? type.slice("list.".length) : type;
}

/** "product_reference" → "product"; null for a type that refers to nothing. */
export function referencedNounOf(type: string): string | null {
  return /^(\w+)_reference$/.exec(elementTypeOf(type))?.[1] ?? null;
}

/** True for a measurement whose units this shop does not know. */
export function isOtherMeasurement(type: string): boolean {
  return OTHER_MEASUREMENTS.includes(elementTypeOf(type));
}

/** What `MetafieldDefinitionType.category` says. */
export function categoryOf(type: string): string {
  const element = elementTypeOf(type);
  if (element.endsWith("_text_field")) return "TEXT";
  if (referencedNounOf(element) !== null) return "REFERENCE";
  if (element === "number_integer" || element === "number_decimal") return "NUMBER";
  if (element === "boolean") return "TRUE_FALSE";
  if (element === "date" || element === "date_time") return "DATE_TIME";
  if (isOtherMeasurement(element) || ["dimension", "volume", "weight"].includes(element))
    return "MEASUREMENT";
  return element.toUpperCase();
}

/** By name, but `date_time` before `date` and `json_string` before `json`. */
function inMessageOrder(types: readonly string[]): string[] {
  const keyOf = (type: string) => type.replace(/(date|json)$/, "$1~");
  return types.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
