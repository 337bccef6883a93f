import { DateTime } from "luxon";
import { problem, stored, type ValueOutcome } from "./value-outcome.ts";

/** Texts, numbers, dates, colours and addresses: how Shopify stores each, and its words for what does not fit. */

const MAX_DECIMAL = 9_999_999_999_999;
const DECIMAL_PLACES = 9;
const URL_SCHEMES = ["http", "https", "mailto", "sms", "tel"];

export const PLAIN_VALUES: Readonly<Record<string, (value: string) => ValueOutcome>> = {
  single_line_text_field: (value) =>
    /[\r\n]/.test(value) ? problem("Value must be a single line text string.") : stored(value),
  multi_line_text_field: stored,
  id: stored,
  language: stored,
  jurisdiction: stored,
  boolean: readBoolean,
  number_integer: readInteger,
  number_decimal: readDecimal,
  date: (value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid
      ? stored(value)
      : problem("Value must be in YYYY-MM-DD format."),
  date_time: readDateTime,
  color: (value) =>
    /^#[0-9a-f]{6}$/i.test(value) ? stored(value) : problem("Value must be a hex color code."),
  url: readUrl,
};

function readBoolean(value: string): ValueOutcome {
  const text = value.trim().toLowerCase();
  if (["true", "t", "1"].includes(text)) return stored("true");
  if (["false", "f", "0"].includes(text)) return stored("false");
  return problem("Value must be true or false.");
}

/** "5.0" is the integer 5; "+5" is none. */
function readInteger(value: string): ValueOutcome {
  const [, integer] = /^(-?\d+)(?:\.0+)?$/.exec(value) ?? [];
  if (integer === undefined) return problem("Value must be an integer.");
  if (Number(integer) > Number.MAX_SAFE_INTEGER)
    return problem(`Value can't exceed ${Number.MAX_SAFE_INTEGER}.`);
  if (Number(integer) < Number.MIN_SAFE_INTEGER)
    return problem(`Value can't be less than ${Number.MIN_SAFE_INTEGER}.`);
  return stored(String(BigInt(integer)));
}

/** Places beyond the ninth are cut off. */
function readDecimal(value: string): ValueOutcome {
  const [, sign = "", whole, places = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return problem("Value must be a decimal.");
  if (Number(value) > MAX_DECIMAL) return problem(`Value can't exceed ${MAX_DECIMAL}.`);
  if (Number(value) < -MAX_DECIMAL) return problem(`Value can't be less than -${MAX_DECIMAL}.`);
  const kept = places.slice(0, DECIMAL_PLACES);
  return stored(`${sign}${whole}${kept === "" ? "" : `.${kept}`}`);
}

/** Without fractions of a second, and with the offset it came with; UTC when it came with none. */
function readDateTime(value: string): ValueOutcome {
  const moment = DateTime.fromISO(value, { setZone: true, zone: "utc" });
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) || !moment.isValid)
    return problem(
      "Value must be in “YYYY-MM-DDTHH:MM:SS” format. For example: 2022-06-01T15:30:00",
    );
  return stored(moment.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"));
}

function readUrl(value: string): ValueOutcome {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(value) ?? [];
  if (scheme === undefined)
    return problem(
      `Value cannot have an empty scheme (protocol), must include one of the following URL schemes: ${JSON.stringify(URL_SCHEMES).replaceAll(",", ", ")}.'`,
    );
  return URL_SCHEMES.includes(scheme.toLowerCase())
    ? stored(value)
    : problem(`Value must be one of the following URL schemes: ${URL_SCHEMES.join(", ")}.`);
}
