import { isZone } from '../../values/wall-time.ts';
import { currenciesMeant } from './currency-words.ts';

/** What stands in a heading besides its name: in brackets, behind it, or in a line above it. */
export interface Qualifiers {
  /** Currencies that may be meant, of the first word that names any; null: it names none. */
  readonly currencies: readonly string[] | null;
  readonly period: 'month' | 'year' | null;
  /** A time zone such as "Asia/Shanghai" or "UTC+8"; null: none is named. */
  readonly zone: string | null;
  /** A unit that is a multiple or a part of the currency's: "cents", "万元". */
  readonly scale: string | null;
  /** It is about another thing or time: "parent", "last year", "old". */
  readonly other: string | null;
  /** It is not settled: "draft", "estimate". */
  readonly unsettled: string | null;
  /** What is not known. */
  readonly unknown: string | null;
}

const NONE: Qualifiers = {
  currencies: null,
  period: null,
  zone: null,
  scale: null,
  other: null,
  unsettled: null,
  unknown: null,
};

const MONTH =
  /^(?:\/|per |a |each |in |of |by |每)?(?:months?|mos?|mths?|mon|个月|月)(?:付)?$|^monthly$/iu;
const YEAR =
  /^(?:\/|per |a |each |in |of |by |每)?(?:years?|yrs?|yr|年)(?:付)?$|^(?:yearly|annual|annually|p\.?a\.?)$/iu;
const SCALE =
  /^(?:in )?(?:cents?|分|角|百|千|万|十万|百万|千万|亿|hundreds?|thousands?|millions?|billions?|k|mn?|mm|bn|tsd|'?000s?|[x×*] ?\d[\d,]*|\d+0+)(?:元|人民币|美元|rmb|cny|usd)?$|^(?:usd|cny|rmb|eur|us\$|\$|¥|€)?[ ']?(?:k|000s?|mn?|bn)$|^(?:分|角|千元|万元|百万元|亿元)$/iu;
const OTHER =
  /^(?:parent|main|master|remaining|existing|elapsed|last|prev(?:ious)?|prior|old|former|histor(?:y|ic|ical)|past|earlier|expired|superseded|obsolete|deprecated|replaced|result|dry run|reference only|for reference|剩余|已用|父|父级|父资源|主资源|旧|原|历史|以前|前次|去年|上年|上年度|上次|上期|上月|上季度|上一年)(?:[ '’]s?(?: ?(?:years?|months?|quarters?|periods?|terms?|prices?|values?|ids?|time|renewals?|resources?|only|\d{2,4}))?)?$/iu;
const UNSETTLED =
  /^(?:drafts?|tb[cd]|to be (?:confirmed|decided|approved)|proposed|proposal|estimat(?:e|es|ed|ion)|est|approx(?:\.|imate|imately)?|about|indicative|provisional|preliminary|pending|planned|forecast|budget(?:ed)?|target|草稿|草案|拟|拟定|预估|估算|估计|预计|暂定|待定|待确认|预算|约|参考)$/iu;
const NEUTRAL =
  /^(?:y|n|yes|no|or|and|是|否|或|true|false|ok|✓|✗|x|total|sum|final|new|current|now|actual|approved|as approved|confirmed|agreed|today|renewal|net|gross|in|of|the|for|per|term|for the term|whole term|full term|per term|in full|in total|all in|each|by|required|mandatory|optional|requested|if any|rounded|after discount|discounted|before discount|list|quoted|valid|text|number|date|(?:incl|excl|including|excluding|inclusive|exclusive|inc|exc|ex|w|wo|with|without|before|after|plus|pre|post|net of)?\.?(?: of)? ?(?:vat|tax(?:es)?|gst|sales tax)|no tax|tax (?:included|excluded|free)|含税|不含税|未税|税前|税后|含税价|总价|总额|必填|选填|可选|最终|现|本次|本年|今年|整个时长|全额|单位|需填写|填写)$/iu;
const OFFSET = /^(?:utc|gmt)(?: ?[+-]\d{1,2}(?::?\d{2})?)?$/iu;
const ZONE_WORDS: Readonly<Record<string, string>> = {
  北京时间: 'Asia/Shanghai',
  中国时间: 'Asia/Shanghai',
  上海: 'Asia/Shanghai',
  'beijing time': 'Asia/Shanghai',
  'china time': 'Asia/Shanghai',
};

/** What one word or phrase says; null where it is not known. */
function meaning(word: string): Partial<Qualifiers> | null {
  if (word === '' || /^[^\p{L}\p{N}\p{S}]+$/u.test(word)) return {};
  const currencies = currenciesMeant(word);
  if (currencies !== null) return { currencies };
  if (MONTH.test(word)) return { period: 'month' };
  if (YEAR.test(word)) return { period: 'year' };
  if (SCALE.test(word)) return { scale: word };
  if (OTHER.test(word)) return { other: word };
  if (UNSETTLED.test(word)) return { unsettled: word };
  if (Object.hasOwn(ZONE_WORDS, word.toLowerCase()))
    return { zone: ZONE_WORDS[word.toLowerCase()]! };
  if (OFFSET.test(word) || (word.includes('/') && isZone(word))) return { zone: word };
  return NEUTRAL.test(word) ? {} : null;
}

/** A phrase as a whole, else word by word: "USD / month", "k USD", "last year, USD". */
function readPhrase(phrase: string): Partial<Qualifiers> {
  const whole = meaning(phrase);
  if (whole !== null) return whole;
  const words = phrase.split(/[\s,;:|/&+、，；：·•=-]+/u).filter((word) => word !== '');
  if (words.length < 2 || words.length > 12) return { unknown: phrase };
  const read = words.map(meaning);
  const found = Object.assign({}, ...read.toReversed()) as Partial<Qualifiers>;
  if (!read.includes(null)) return found;
  // "This year" is no price per year: of what is not known, only what it takes away is kept.
  const { currencies, scale, other, unsettled } = found;
  const kept = Object.entries({ currencies, scale, other, unsettled });
  return { ...Object.fromEntries(kept.filter(([, said]) => said !== undefined)), unknown: phrase };
}

/** Reads what stands in a heading's brackets and behind its name. */
export function readQualifiers(phrases: readonly string[]): Qualifiers {
  // The first phrase that says something of its kind counts.
  const read = phrases.map((phrase) => readPhrase(phrase.trim()));
  return Object.assign({}, NONE, ...read.toReversed()) as Qualifiers;
}

/** Whether a word is a unit: what may stand behind a heading's name without brackets. */
export function isUnit(word: string): boolean {
  return currenciesMeant(word) !== null || MONTH.test(word) || YEAR.test(word);
}

/** Whether a word in a heading's name makes it one of another thing or time. */
export function isOther(word: string): boolean {
  return OTHER.test(word);
}
