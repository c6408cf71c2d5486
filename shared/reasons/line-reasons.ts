import type { Entry } from './entry.ts';

/** What the lines of a quote say about one another, and about approval. */
export const LINE_REASONS = {
  'says-otherwise': {
    en: {
      reason: 'Says another {what:words} for this resource than line {line}.',
      advice: 'Keep one line for the resource, with what was approved, and drop it again.',
    },
    zh: {
      reason: '对该资源的{what:words}与第{line}行不一致。',
      advice: '请为该资源只保留一行已批准的内容，然后重新提交。',
    },
  },
  'says-otherwise-on-sheet': {
    en: {
      reason: 'Says another {what:words} for this resource than line {line} of sheet "{sheet}".',
      advice: 'Keep one line for the resource, with what was approved, and drop it again.',
    },
    zh: {
      reason: '对该资源的{what:words}与工作表“{sheet}”第{line}行不一致。',
      advice: '请为该资源只保留一行已批准的内容，然后重新提交。',
    },
  },
  'repeats-line': {
    en: {
      reason: 'Repeats line {line}.',
      advice: 'Nothing to do if the resource is meant once: the first line counts.',
    },
    zh: {
      reason: '与第{line}行重复。',
      advice: '如果该资源只需续费一次，则无需处理：以第一行为准。',
    },
  },
  'not-approved': {
    en: {
      reason: 'The Approved column does not say yes.',
      advice: 'To renew it, set it to yes and drop the row again.',
    },
    zh: { reason: '批准列未填写“是”。', advice: '如需续费，请将其设为“是”后重新提交此行。' },
  },
  'not-approved-on-sheet': {
    en: {
      reason: 'The Approved column of sheet "{sheet}" does not say yes.',
      advice: 'To renew it, set it to yes and drop the row again.',
    },
    zh: {
      reason: '工作表“{sheet}”的批准列未填写“是”。',
      advice: '如需续费，请将其设为“是”后重新提交此行。',
    },
  },
  'approved-nowhere': {
    en: {
      reason: 'No Approved column says yes for this resource.',
      advice: 'To renew it, set it to yes and drop the row again.',
    },
    zh: {
      reason: '没有任何批准列对该资源填写“是”。',
      advice: '如需续费，请将其设为“是”后重新提交此行。',
    },
  },
  'approval-asked': {
    en: {
      reason: 'The quote asks for an approval, and no column of it gives one.',
      advice: 'Add a column Approved, say yes in it, and drop the row again.',
    },
    zh: {
      reason: '该报价单需要批准，但其中没有任何一列给出批准。',
      advice: '请添加“批准”列并填写“是”，然后重新提交此行。',
    },
  },
  'row-hidden': {
    en: {
      reason: 'The row is hidden or filtered out.',
      advice: 'To renew it, show the row and drop it again.',
    },
    zh: { reason: '此行已隐藏或被筛选掉。', advice: '如需续费，请显示此行后重新提交。' },
  },
  'row-hidden-on-sheet': {
    en: {
      reason: 'The row is hidden or filtered out on sheet "{sheet}".',
      advice: 'To renew it, show the row and drop it again.',
    },
    zh: {
      reason: '此行在工作表“{sheet}”上已隐藏或被筛选掉。',
      advice: '如需续费，请显示此行后重新提交。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
