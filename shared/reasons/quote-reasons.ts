import type { Entry } from './entry.ts';

/** Why a quote is not carried out that could be read: its headings, its rows, its sum. */
export const QUOTE_REASONS = {
  'no-id-column': {
    en: {
      reason: 'There is no column with resource ids: head it with one of {headings}.',
      advice: '',
    },
    zh: { reason: '没有资源ID列：请使用以下列标题之一：{headings}。', advice: '' },
  },
  'no-expiry-column': {
    en: {
      reason: 'Sheet "{sheet}" has no column with expiry dates: head it with one of {headings}.',
      advice: '',
    },
    zh: { reason: '工作表“{sheet}”没有到期时间列：请使用以下列标题之一：{headings}。', advice: '' },
  },
  'no-price-column': {
    en: {
      reason:
        'Sheet "{sheet}" has no column with prices: head it with one of {discounted} or {list}.',
      advice: '',
    },
    zh: {
      reason: '工作表“{sheet}”没有价格列：请使用以下列标题之一：{discounted}，或{list}。',
      advice: '',
    },
  },
  'headings-near': {
    en: { reason: 'What may be meant: {pairs}.', advice: '' },
    zh: { reason: '可能的对应：{pairs}。', advice: '' },
  },
  'headings-found': {
    en: { reason: 'The headings of sheet "{sheet}" are {found}.', advice: '' },
    zh: { reason: '工作表“{sheet}”的列标题为：{found}。', advice: '' },
  },
  'heading-twice': {
    en: {
      reason:
        'Sheet "{sheet}" has two columns headed "{heading}": keep the one that counts, rename the other and drop the file again.',
      advice: '',
    },
    zh: {
      reason:
        '工作表“{sheet}”有两列的标题都是“{heading}”：请保留有效的一列，重命名另一列，然后重新提交文件。',
      advice: '',
    },
  },
  'own-report-of': {
    en: {
      reason:
        'This file is a report of ours and no quote, so nothing of it is renewed: drop "{file}" in its place.',
      advice: '',
    },
    zh: {
      reason: '该文件是本系统的报告，不是报价单，因此未续费其中任何一行：请改为提交“{file}”。',
      advice: '',
    },
  },
  'own-report': {
    en: {
      reason:
        'This file is a report of ours and no quote, so nothing of it is renewed: drop the quote itself, or the file ending in ".retry.xlsx" beside the results of its job.',
      advice: '',
    },
    zh: {
      reason:
        '该文件是本系统的报告，不是报价单，因此未续费其中任何一行：请提交报价单本身，或该任务结果旁以“.retry.xlsx”结尾的文件。',
      advice: '',
    },
  },
  'no-rows': {
    en: {
      reason: 'There is no row under the headings: drop the quote with its rows.',
      advice: '',
    },
    zh: { reason: '列标题下没有任何行：请提交包含数据行的报价单。', advice: '' },
  },
  'too-many-rows': {
    en: {
      reason:
        'The quote has {rows} {rows|row|rows}, more than the {most} that this account allows: split it into smaller files.',
      advice: '',
    },
    zh: {
      reason: '报价单共{rows}行，超过该账号允许的{most}行：请拆分为较小的文件。',
      advice: '',
    },
  },
  'sum-above-limit': {
    en: {
      reason:
        'The approved rows add up to {sum} {currency}, more than the {most} {currency} that this account allows for one file: split it or have the limit raised.',
      advice: '',
    },
    zh: {
      reason:
        '已批准的行合计{sum} {currency}，超过该账号单个文件允许的{most} {currency}：请拆分文件或申请提高限额。',
      advice: '',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
