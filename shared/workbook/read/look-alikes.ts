import { wordList } from './word-list.ts';
import { distance } from 'fastest-levenshtein';
import { currenciesMeant } from './currency-words.ts';

/** What a column must not be about without being understood. */
export type Look = 'decision' | 'price' | 'term' | 'currency';

/** `strong`: whatever stands there; `weak`: only with cells that fit; `negative`: with any cell. */
export type Strength = 'strong' | 'weak' | 'negative';

/** What a heading looks like: by look, the stronger sign of it. */
export type Looks = ReadonlyMap<Look, Strength>;

interface Lexicon {
  readonly look: Look;
  readonly strength: Strength;
  readonly words: readonly string[];
  readonly chinese: RegExp | null;
}

const LEXICON: readonly Lexicon[] = [
  {
    look: 'decision',
    strength: 'strong',
    words: wordList(`
      approve | approves | approved | approval | approvals | approving | preapproved | appr |
      authorise | authorised | authorize | authorized | authorisation | authorization | renew |
      renews | renewal | renewals | decision | decisions | decide | decided | verdict | action |
      actions | accept | accepted | agree | agreed | confirm | confirmed | consent | signoff |
      proceed | keep | permitted | granted | endorsed | clearance
    `),
    chinese:
      /审批|核准|批准|批复|同意|审核|签核|签批|准许|许可|是否|决定|决策|确认|通过|意见|结论|续费否|续不续|要续|需续|准否|批示/u,
  },
  {
    look: 'decision',
    strength: 'negative',
    words: wordList(`
      reject | rejected | decline | declined | cancel | cancels | cancelled | canceled |
      exclude | excluded | skip | terminate | withdrawn | remove | disapproved | denied
    `),
    chinese: /取消|驳回|拒绝|不续|停止续|作废|剔除|排除/u,
  },
  {
    look: 'price',
    strength: 'strong',
    words: wordList(`
      price | prices | pricing | cost | costs | amount | amounts | amt | fee | fees | payable |
      charge | charges
    `),
    chinese: /价|金额|费用|款|应付|实付|总额|总计|合计|小计|成本|续费额|费$/u,
  },
  {
    look: 'price',
    strength: 'weak',
    words: wordList(`
      net | gross | total | totals | subtotal | sum | rate | quoted | quote | quotation | pay |
      payment | payments | paid | spend | budget | value | due | money
    `),
    chinese: /支付|付款|(?<!续)费|预算/u,
  },
  {
    look: 'term',
    strength: 'strong',
    words: ['term', 'terms', 'duration', 'durations', 'period', 'periods', 'tenor', 'tenure'],
    chinese: /时长|期限|续期|续费期|租期|年限|周期/u,
  },
  {
    look: 'term',
    strength: 'weak',
    words: [
      'month',
      'months',
      'year',
      'years',
      'length',
      'validity',
      'cycle',
      'subscription',
      'lifetime',
    ],
    chinese: /月数|年数|期数|有效期|月|年/u,
  },
  {
    look: 'currency',
    strength: 'strong',
    words: ['currency', 'currencies', 'ccy', 'curr'],
    chinese: /币|货币/u,
  },
];

const ALL_WORDS = new Map<string, readonly [Look, Strength]>();
for (const { look, strength, words } of LEXICON) {
  for (const word of words) ALL_WORDS.set(word, [look, strength]);
}
const MISSPELT = [...ALL_WORDS.keys()].filter((word) => word.length >= 5);

/** Words that are a slip of the pen away from one of the list, and mean something else. */
const OTHERS = new Set(
  wordList(`
    change | changes | changed | charged | current | currently | division | perform | active |
    auction | accent | access | except | prime | pride | reviewed | provided | improved |
    arrival | permit | conform | confirms | region | network | tenant | tenants | total |
    cycles | curve | payload | valued | agreement | price list | keeper | reject
  `).filter((word) => !ALL_WORDS.has(word)),
);

/** The word of the list that a misspelt one was meant to be; the first letter is rarely wrong. */
function meant(word: string): readonly [Look, Strength] | null {
  if (word.length < 4 || OTHERS.has(word)) return null;
  const near = MISSPELT.find((known) => {
    const slips = known.length >= 8 ? 2 : 1;
    return (
      known[0] === word[0] &&
      Math.abs(known.length - word.length) <= slips &&
      distance(known, word) <= slips
    );
  });
  return near === undefined ? null : ALL_WORDS.get(near)!;
}

/** Two words that were written as one, in a heading without blanks: "netprice". */
const JOINED =
  /^(?:\p{L}{2,}(price|amount|currency|duration|approval|approved|decision)|(price|amount|currency|duration|approv)\p{L}{2,})$/u;
const INSIDE: Readonly<Record<string, Look>> = {
  price: 'price',
  amount: 'price',
  currency: 'currency',
  duration: 'term',
  approval: 'decision',
  approved: 'decision',
  decision: 'decision',
  approv: 'decision',
};

/** The last word of a heading about something else than what the others name: "Approval date". */
const ABOUT =
  /(?:^|\s)(?:owner|name|names|id|code|codes|no|nr|number|numbers|date|dates|time|times|type|types|mode|method|model|center|centre|unit|item|at|on|by|by whom|link|url|ref|reference|group|class|category|team|person|manager|user|level|flow|order|group name|tag|policy|plan|list|end|ends|start|starts|department|contact|e?mail|expires|expiry|ticket|request|maker|account|account id|count|times|history|deadline|reminder|window|source|version|until|zone|region)$/u;
const ABOUT_CHINESE =
  /(?:人|者|员|日期|时间|日|编号|单号|号|号码|流程|部门|链接|方式|类型|模式|中心|名称|负责人|代码|周期类型|账号|账户|编码|邮箱)$/u;
/** Periods that are none of a renewal. */
const OTHER_PERIOD =
  /\b(?:grace|retention|trial|free|notice|billing|statement|accounting|reporting|fiscal|warranty|charging|payment|lock ?in|cooling off) (?:period|cycle|term)s?\b|宽限期|保留期|账期|计费周期|账单周期|试用期|质保期|保修期/u;

const YES_OR_NO = /\b(?:y ?n|yes ?(?:or )?no|sign(?:ed)? ?off|go ahead|go no ?go|ok|okay)\b/u;

function tokensOf(words: string): string[] {
  return words
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}$¥€£]+/u)
    .filter((token) => token !== '');
}

/** Whether a heading is about something else than what its other words name: "Approval date", "成本中心". */
function isAboutOther(words: string): boolean {
  const flat = tokensOf(words).join(' ');
  return ABOUT.test(flat) || ABOUT_CHINESE.test(words) || OTHER_PERIOD.test(flat);
}

/** The words of decisions, prices, terms and currencies in a heading, misspelt or run together too. */
function wordsOf(words: string): Looks {
  const looks = new Map<Look, Strength>();
  const tokens = tokensOf(words);
  if (YES_OR_NO.test(tokens.join(' '))) looks.set('decision', 'strong');
  if (isAboutOther(words)) return looks;
  const add = (look: Look, strength: Strength): void => {
    if (looks.get(look) !== 'strong') looks.set(look, strength);
  };
  for (const token of tokens) {
    const joined = JOINED.exec(token);
    const found = ALL_WORDS.get(token) ?? meant(token);
    if (found !== null && found !== undefined) add(...found);
    else if (joined !== null) add(INSIDE[(joined[1] ?? joined[2])!]!, 'strong');
  }
  for (const { look, strength, chinese } of LEXICON) {
    if (chinese?.test(words) === true) add(look, strength);
  }
  if (tokens.length === 1 && currenciesMeant(words.trim()) !== null) add('price', 'weak');
  return looks;
}

/**
 * What a heading that is not known looks like, in both languages.
 * `groups` are headings above it that span several columns: what is about something else by itself,
 * such as a cost centre, is no price for standing under one that says "Finance" or "Cost"; only cells
 * that fit make it one then.
 */
export function looksOf(
  words: string,
  groups: readonly string[] = [],
): ReadonlyMap<Look, Strength> {
  const all = [words, ...groups].join(' ');
  if (groups.length === 0 || !isAboutOther(words)) return wordsOf(all);
  const looks = new Map(wordsOf(words));
  for (const [look, strength] of wordsOf(groups.join(' '))) {
    if (!looks.has(look)) looks.set(look, look === 'decision' ? strength : 'weak');
  }
  return looks;
}

/** Names of measures: under a heading with one of them a figure is no price. */
const MEASURE =
  /\b(?:[gmtk]i?b|v?cpus?|cores?|disks?|days?|hours?|count|number|qty|quantity|nodes?|instances?|size|memory|ram|storage|traffic|bandwidth|iops|success|error|hit|users?|requests?)\b/u;

/** Whether figures under the heading may count something else than money. */
export function isMeasure(words: string): boolean {
  return MEASURE.test(tokensOf(words).join(' '));
}
