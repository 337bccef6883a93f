const mostLetters = /^(.{60}).*$/su;

/** As many digits as a telephone number has at least. */
const personalDigits = 6;

/**
 * The words of a search as they are counted: in lower case, one blank between words, at most 60 letters; `null` for what
 * may be an address or a number of somebody, and for nothing at all.
 *
 * Example: "  Green  TEA " → "green tea"; "ada@example.com" and "+44 20 7946 0958" → null.
 */
export function searchWordsOf(typed: string): string | null {
  const words = typed.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
  const digits = words.replaceAll(/\P{Nd}/gu, "").length;
  if (words === "" || words.includes("@") || digits >= personalDigits) return null;
  return words.replace(mostLetters, "$1").trim();
}
