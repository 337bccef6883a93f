const NAMES = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
const namesByCode = new Map<string, string>();

/** "CA" → "Canada"; "" for no country. */
export function countryNameOf(countryCode: string): string {
  if (!/^[A-Z]{2}$/.test(countryCode)) return "";
  let name = namesByCode.get(countryCode);
  if (name === undefined)
    namesByCode.set(countryCode, (name = NAMES.of(countryCode) ?? countryCode));
  return name;
}
