import { z } from "zod";
import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { PLAIN_VALUES } from "./plain-values.ts";
import { problem, stored, type ValueOutcome } from "./value-outcome.ts";

/** Values that are stringified JSON: money, ratings, measurements, links, free JSON. */

const MONEY_SHAPE =
  "Value must be a stringified JSON object with amount (numeric) and currency_code (string matching the shop's currency) fields.";
const MAX_MONEY = 10n ** 18n;

const moneySchema = z.object({
  amount: z.union([z.string(), z.number()]),
  currency_code: z.string(),
});
const ratingSchema = z.object({ value: z.string(), scale_min: z.string(), scale_max: z.string() });
const measurementSchema = z.object({ value: z.union([z.number(), z.string()]), unit: z.string() });
const linkSchema = z.object({ text: z.string().optional(), url: z.string() });

/** Units by measurement, each in its short and its long spelling. */
const UNITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dimension: {
    in: "INCHES",
    ft: "FEET",
    yd: "YARDS",
    mm: "MILLIMETERS",
    cm: "CENTIMETERS",
    m: "METERS",
  },
  volume: {
    ml: "MILLILITERS",
    cl: "CENTILITERS",
    l: "LITERS",
    m3: "CUBIC_METERS",
    us_fl_oz: "FLUID_OUNCES",
    us_pt: "PINTS",
    us_qt: "QUARTS",
    us_gal: "GALLONS",
    imp_fl_oz: "IMPERIAL_FLUID_OUNCES",
    imp_pt: "IMPERIAL_PINTS",
    imp_qt: "IMPERIAL_QUARTS",
    imp_gal: "IMPERIAL_GALLONS",
  },
  weight: { oz: "OUNCES", lb: "POUNDS", g: "GRAMS", kg: "KILOGRAMS" },
};

/** Checks a value of one of these types; undefined for another type. */
export function readJsonValue(
  type: string,
  value: string,
  currencyCode: string,
): ValueOutcome | undefined {
  switch (type) {
    case "json":
    case "rich_text_field":
      return readJson(value);
    case "money":
      return readMoney(value, currencyCode);
    case "rating":
      return readRating(value);
    case "link":
      return readLink(value);
    case "dimension":
    case "volume":
    case "weight":
      return readMeasurement(type, value);
    default:
      return undefined;
  }
}

/** The value of a text that is JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readJson(value: string): ValueOutcome {
  try {
    JSON.parse(value);
    return stored(value);
  } catch (error) {
    return problem(`Value is invalid JSON: ${whatIsWrong(value, String(error))}`);
  }
}

/** JavaScript's place of the mistake, in the words of Ruby's JSON parser. */
function whatIsWrong(text: string, message: string): string {
  const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, offset).split("\n");
  const place = `at line ${before.length} column ${(before.at(-1)?.length ?? 0) + 1}`;
  const rest = text.slice(offset).replace(/\W.*$/s, "");
  if (/property name/i.test(message)) return `expected object key, got '${rest}' ${place}.`;
  return offset >= text.length
    ? `unexpected end of input ${place}.`
    : `unexpected token '${text.slice(offset)}' ${place}.`;
}

function readMoney(value: string, currencyCode: string): ValueOutcome {
  const parsed = moneySchema.safeParse(parseJson(value));
  if (!parsed.success) return problem(MONEY_SHAPE);
  const { amount, currency_code } = parsed.data;
  if (currency_code === "") return problem("Value must have a currency code.");
  const text = String(amount);
  if (!/^-?\d+(\.\d+)?$/.test(text)) return problem("Value must have a numeric amount.");
  if (findCurrencyMinorDigits(currency_code) === null)
    return problem(`Value contains an invalid currency, ${currency_code}.`);
  const whole = BigInt(text.split(".")[0] ?? "0");
  if (whole > MAX_MONEY || whole < -MAX_MONEY)
    return problem(`Value must be within +/-${MAX_MONEY}.`);
  if (currency_code !== currencyCode) return problem(MONEY_SHAPE);
  return stored(JSON.stringify({ amount: text, currency_code }));
}

function readRating(value: string): ValueOutcome {
  const parsed = ratingSchema.safeParse(parseJson(value));
  if (!parsed.success)
    return problem(
      "Value must be a stringified JSON object with scale_min, scale_max, and value fields.",
    );
  const { scale_min, scale_max, value: rating } = parsed.data;
  if (Number(rating) > Number(scale_max)) return problem(`Value has a maximum of ${scale_max}.`);
  if (Number(rating) < Number(scale_min)) return problem(`Value has a minimum of ${scale_min}.`);
  return stored(JSON.stringify({ scale_min, scale_max, value: rating }));
}

function readMeasurement(type: string, value: string): ValueOutcome {
  const parsed = measurementSchema.safeParse(parseJson(value));
  if (!parsed.success)
    return problem("Value must be a stringified JSON object with value and unit fields.");
  const amount = Number(parsed.data.value);
  if (Number.isNaN(amount) || amount < 0) return problem("Value must be a non-negative number.");
  const long = parsed.data.unit.toUpperCase();
  const units = UNITS[type] ?? {};
  const unit = Object.values(units).includes(long) ? long : units[parsed.data.unit.toLowerCase()];
  if (unit === undefined) return problem("Value must be a supported unit.");
  const digits = Number.isInteger(amount) ? `${amount}.0` : String(amount);
  return stored(`{"value":${digits},"unit":"${unit}"}`);
}

function readLink(value: string): ValueOutcome {
  const parsed = linkSchema.safeParse(parseJson(value));
  const url = parsed.success ? PLAIN_VALUES["url"]?.(parsed.data.url) : undefined;
  return url?.kind === "value" ? stored(value) : problem("Value must be a valid link.");
}
