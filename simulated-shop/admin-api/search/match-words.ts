/**
 * Is a searched word one of the words of any of these texts, ignoring case? A trailing `*` makes it a prefix. E-mails
 * are found whole and by their parts.
 */
export function matchesWord(word: string, texts: readonly string[]): boolean {
  const isPrefix = word.endsWith("*");
  const wanted = isPrefix ? word.slice(0, -1) : word;
  for (const given of texts) {
    const text = given.toLowerCase();
    if (!text.includes(wanted)) continue;
    if (text === wanted) return true;
    const words = text.split(/[^\p{L}\p{N}]+/u);
    if (isPrefix ? words.some((part) => part.startsWith(wanted)) : words.includes(wanted))
      return true;
    // "Bob Norman" in quotes, or an e-mail's own punctuation: the words stand together.
    if (/[^\p{L}\p{N}]/u.test(wanted)) return true;
  }
  return false;
}
