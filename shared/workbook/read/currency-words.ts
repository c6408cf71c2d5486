const DOLLARS = ['USD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'TWD', 'MXN', 'CLP', 'COP', 'ARS'];

/** Signs and words for currencies, and the ISO 4217 codes each of them may stand for. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  $: DOLLARS,
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
  ZŁ: ['PLN'],
  ZL: ['PLN'],
  ZŁOTY: ['PLN'],
  KČ: ['CZK'],
  KR: ['SEK', 'NOK', 'DKK'],
  DH: ['AED', 'MAD'],
  'S/': ['PEN'],
  YUAN: ['CNY'],
  RENMINBI: ['CNY'],
  CNH: ['CNY'],
  圆: ['CNY'],
  元人民币: ['CNY'],
  人民币元: ['CNY'],
  元整: ['CNY'],
  圆整: ['CNY'],
  DOLLAR: DOLLARS,
  DOLLARS: DOLLARS,
  'US DOLLAR': ['USD'],
  'US DOLLARS': ['USD'],
  'U.S. DOLLARS': ['USD'],
  美金: ['USD'],
  EURO: ['EUR'],
  EUROS: ['EUR'],
  YEN: ['JPY'],
  WON: ['KRW'],
  BAHT: ['THB'],
  RUPEES: ['INR'],
  RINGGIT: ['MYR'],
  POUNDS: ['GBP', 'EGP'],
  新元: ['SGD'],
  新币: ['SGD'],
  泰铢: ['THB'],
  韩元: ['KRW'],
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

/** The same, with codes in small letters too: where a word stands beside nothing but an amount. */
export function currenciesInAnyCase(word: string): readonly string[] | null {
  return currenciesMeant(word) ?? currenciesMeant(word.toUpperCase());
}
