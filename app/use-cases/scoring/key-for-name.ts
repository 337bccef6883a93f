/**
 * An ASCII key for a label, from the name it has at creation: "Très fidèle" becomes "tres-fidele". Names without
 * any Latin letter get `otherwise`. A key that is taken gets a number: "core-2".
 */
export function keyForName(name: string, taken: ReadonlySet<string>, otherwise = "tier"): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  const key = words === "" ? otherwise : words;
  if (!taken.has(key)) return key;
  for (let number = 2; ; number++) {
    const numbered = `${key}-${String(number)}`;
    if (!taken.has(numbered)) return numbered;
  }
}
