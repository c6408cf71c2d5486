/** Signs and words for currencies, and the ISO 4217 codes each of them may stand for. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'TWD', 'MXN', 'CLP', 'COP', 'ARS'],
  US$: ['USD'],
  美元: ['USD'],
  HK$: ['HKD'],
  港币: ['HKD'],
  港元: ['HKD'],
  S$: ['SGD'],
  新加坡元: ['SGD'],
  A$: ['AUD'],
  C$: ['CAD'],
  NZ$: ['NZD'],
  NT$: ['TWD'],
  R$: ['BRL'],
  '¥': ['CNY', 'JPY'],
  'CN¥': ['CNY'],
  RMB: ['CNY'],
  元: ['CNY'],
  人民币: ['CNY'],
  'JP¥': ['JPY'],
  円: ['JPY'],
  日元: ['JPY'],
  '€': ['EUR'],
  欧元: ['EUR'],
  '£': ['GBP'],
  英镑: ['GBP'],
  '฿': ['THB'],
  '₹': ['INR'],
  '₩': ['KRW'],
  '₱': ['PHP'],
  '₫': ['VND'],
  '₺': ['TRY'],
  '₽': ['RUB'],
  RP: ['IDR'],
  RM: ['MYR'],
};

const CODES = new Set(Intl.supportedValuesOf('currency'));

/**
 * The currencies that a sign, word or code such as "$", "RMB" or "USD" may mean; null where it is
 * none that is known. Codes count in capitals only, or ordinary words would be taken for money.
 */
export function currenciesMeant(word: string): readonly string[] | null {
  const plain = word.normalize('NFKC').trim();
  if (CODES.has(plain)) return [plain];
  return Object.hasOwn(WORDS, plain.toUpperCase()) ? WORDS[plain.toUpperCase()]! : null;
}

/** What a format cannot name a currency without; most formats are told apart by this alone. */
const SIGNED = /["$¥￥€£฿₹₩₱₫₺₽元]/u;

/**
 * The currency words in a spreadsheet's number format, such as `[$€-2] #,##0.00` or `"CNY" 0.00`.
 * The four built-in currency formats show each reader their own country's sign: they say nothing.
 */
export function currencyInFormat(format: string | null): string | null {
  if (format === null || !SIGNED.test(format)) return null;
  if (/^\$#,##0(?:\.00)?_\);(?:\[Red\])?\\\(\$#,##0(?:\.00)?\\\)$/u.test(format)) return null;
  const section = format.split(';', 1)[0]!;
  const named = [...section.matchAll(/\[\$([^\]-]+)(?:-[^\]]*)?\]|"([^"]*)"/gu)].map(
    ([, local, quoted]) => (local ?? quoted)!.trim(),
  );
  const known = named.find((word) => currenciesMeant(word) !== null);
  if (known !== undefined) return known;
  const bare = section.replaceAll(/\[[^\]]*\]|"[^"]*"/gu, '');
  return /[$¥€£฿₹₩₱₫₺₽元]/u.exec(bare.normalize('NFKC'))?.[0] ?? null;
}
