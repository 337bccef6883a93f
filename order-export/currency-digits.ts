/**
 * ISO 4217 currencies whose smallest unit is not a hundredth. Not asked of `Intl`: its digits are those used in
 * shop windows (HUF, IDR, COP and PKR have none there) and would refuse or round the cents that exports contain.
 */
const minorDigitsByCurrency: ReadonlyMap<string, number> = new Map([
  ...digitsOf(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...digitsOf(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...digitsOf(4, "CLF UYW"),
]);

const knownCurrencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Decimals of a currency's minor unit (GBP 2, JPY 0, KWD 3), or `null` when there is no such currency code. */
export function findCurrencyMinorDigits(currency: string): number | null {
  const digits = minorDigitsByCurrency.get(currency);
  if (digits !== undefined) return digits;
  return knownCurrencies.has(currency) ? 2 : null;
}

function digitsOf(digits: number, codes: string): [string, number][] {
  return codes.split(" ").map((code) => [code, digits]);
}
