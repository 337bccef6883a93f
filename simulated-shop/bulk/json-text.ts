import { gidOf } from "../world/gid.ts";

const NEEDS_ESCAPE = /["\\/\u0000-\u001f\ud800-\udfff]/;
const openingByGidType = new Map<string, string>();

/** A string as Shopify writes it into a bulk result: JSON with its slashes escaped, `"gid:\/\/shopify\/Order\/1"`. */
export function quote(text: string): string {
  return NEEDS_ESCAPE.test(text) ? escapeSlashes(JSON.stringify(text)) : `"${text}"`;
}

/** The gid of an object, quoted. */
export function quoteGid({
  gidType,
  id,
}: {
  readonly gidType: string;
  readonly id: number;
}): string {
  let opening = openingByGidType.get(gidType);
  if (opening === undefined)
    openingByGidType.set(gidType, (opening = quote(gidOf(gidType, 0)).slice(0, -2)));
  return `${opening}${id}"`;
}

/** Any value in the same spelling; `null` for what is not there. */
export function jsonText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
    case "boolean":
      return String(value);
    case "undefined":
      return "null";
    default:
      return escapeSlashes(JSON.stringify(value));
  }
}

/** A slash occurs in JSON only inside strings, where it may be written `\/`. */
function escapeSlashes(json: string): string {
  return json.includes("/") ? json.replaceAll("/", "\\/") : json;
}
