import type { Language } from '../reasons/entry.ts';
import type { Outcome } from '../renewal/outcome.ts';
import type { Phrase } from './phrase.ts';

/** What became of a row, as sheets and notices call it. Code and the command line have the English word. */
export const OUTCOME_WORDS = {
  renewed: { en: 'renewed', zh: '已续费' },
  'already renewed': { en: 'already renewed', zh: '此前已续费' },
  'held: price changed': { en: 'held: price changed', zh: '搁置：价格变动' },
  'not renewable': { en: 'not renewable', zh: '无法续费' },
  invalid: { en: 'invalid', zh: '无效' },
  'not approved': { en: 'not approved', zh: '未批准' },
  'not attempted': { en: 'not attempted', zh: '未执行' },
  'needs review': { en: 'needs review', zh: '需要核查' },
} as const satisfies Readonly<Record<Outcome, Phrase>>;

/** The word for an outcome. */
export function outcomeWord(outcome: Outcome, language: Language): string {
  return OUTCOME_WORDS[outcome][language];
}

/** What each outcome means, in the Summary of a job. */
export const OUTCOME_MEANINGS = {
  renewed: {
    en: 'Paid, and the provider shows a later expiry date.',
    zh: '已付款，且云服务商显示了新的到期时间。',
  },
  'already renewed': {
    en: 'The expiry had moved on before; nothing was paid.',
    zh: '到期时间此前已延后，未付款。',
  },
  'held: price changed': {
    en: 'Dearer than approved, or its discount was refused; nothing was paid.',
    zh: '价格高于批准金额，或折扣被拒绝；未付款。',
  },
  'not renewable': {
    en: 'The provider refuses this resource; nothing was paid.',
    zh: '云服务商拒绝续费该资源，未付款。',
  },
  invalid: {
    en: 'The row itself is wrong; nothing was ordered.',
    zh: '该行本身有误，未下单。',
  },
  'not approved': {
    en: 'Not approved in the sheet, hidden or filtered out.',
    zh: '表中未批准、已隐藏或被筛选掉。',
  },
  'not attempted': {
    en: 'The job stopped before its turn; nothing was paid.',
    zh: '任务在处理到该行之前停止，未付款。',
  },
  'needs review': {
    en: 'Not known what became of it; not tried again.',
    zh: '结果未知，不会再次尝试。',
  },
} as const satisfies Readonly<Record<Outcome, Phrase>>;

/** The same in the Summary of a dry run. */
export const EXPECTED_MEANINGS = {
  renewed: {
    en: 'Would be renewed at the price of today.',
    zh: '将以今日价格续费。',
  },
  'already renewed': {
    en: 'Its expiry has moved on already; nothing would be paid.',
    zh: '到期时间已延后，不会付款。',
  },
  'held: price changed': {
    en: 'Costs more than approved today; would be held.',
    zh: '今日价格高于批准金额，将被搁置。',
  },
  'not renewable': { en: 'The provider refuses it today.', zh: '云服务商今日拒绝续费。' },
  invalid: { en: 'The row itself is wrong.', zh: '该行本身有误。' },
  'not approved': {
    en: 'Not approved in the sheet, hidden or filtered out.',
    zh: '表中未批准、已隐藏或被筛选掉。',
  },
  'not attempted': { en: 'Not looked at.', zh: '未查看。' },
  'needs review': {
    en: 'An earlier job may have paid for it.',
    zh: '之前的任务可能已为其付款。',
  },
} as const satisfies Readonly<Record<Outcome, Phrase>>;

/** What a dry run expects of so many rows. */
export const EXPECTED_WORDS = {
  renewed: { en: '{rows} would be renewed', zh: '{rows}行将续费' },
  'already renewed': { en: '{rows} would be found renewed already', zh: '{rows}行此前已续费' },
  'held: price changed': { en: '{rows} would be held', zh: '{rows}行将被搁置' },
  'not renewable': { en: '{rows} could not be renewed', zh: '{rows}行无法续费' },
  invalid: { en: '{rows} would be invalid', zh: '{rows}行无效' },
  'not approved': { en: '{rows} {rows|is|are} not approved', zh: '{rows}行未批准' },
  'not attempted': { en: '{rows} would not be attempted', zh: '{rows}行不会执行' },
  'needs review': { en: '{rows} would need review', zh: '{rows}行需要核查' },
} as const satisfies Readonly<Record<Outcome, Phrase>>;
