import type { Entry } from './entry.ts';

/** Why a file is refused for what it says or seems to say: its columns and lines, by their meaning. */
export const READING_REASONS = {
  'column-not-understood': {
    en: {
      reason:
        'Column "{column}" of sheet "{sheet}" looks like one with {what:words} and is not understood: head it with one of {headings}, take it out, or have operations add its heading to the account, and drop the file again.',
      advice: '',
    },
    zh: {
      reason:
        '工作表“{sheet}”的“{column}”列看起来是{what:words}列，但无法识别：请使用以下列标题之一：{headings}，或删除该列，或请运维人员将其标题加入账号设置，然后重新提交文件。',
      advice: '',
    },
  },
  'column-says-more': {
    en: {
      reason:
        'Column "{column}" of sheet "{sheet}" says "{word}", which may change what its {what:words} mean: keep the column that counts under {headings} without that word, and drop the file again.',
      advice: '',
    },
    zh: {
      reason:
        '工作表“{sheet}”的“{column}”列标注了“{word}”，这可能改变其中{what:words}的含义：请仅保留有效的一列，使用{headings}作为标题，去掉该标注后重新提交文件。',
      advice: '',
    },
  },
  'line-in-other-unit': {
    en: {
      reason:
        'Line {line} of sheet "{sheet}" says "{text}", but the account pays in {currency}: quote the prices in {currency} and drop the file again.',
      advice: '',
    },
    zh: {
      reason:
        '工作表“{sheet}”第{line}行写着“{text}”，而账号以{currency}付款：请以{currency}报价后重新提交文件。',
      advice: '',
    },
  },
  'line-says-term': {
    en: {
      reason:
        'Line {line} of sheet "{sheet}" says "{text}", but no column gives the term of each row: add a column "Renewal Duration" and drop the file again.',
      advice: '',
    },
    zh: {
      reason:
        '工作表“{sheet}”第{line}行写着“{text}”，但没有列出每行续费时长的列：请添加“续费时长”列后重新提交文件。',
      advice: '',
    },
  },
  'line-says-decision': {
    en: {
      reason:
        'Line {line} of sheet "{sheet}" says "{text}", which looks like a decision and is not understood: say yes or no for each row in a column "Approved", and drop the file again.',
      advice: '',
    },
    zh: {
      reason:
        '工作表“{sheet}”第{line}行写着“{text}”，看起来是审批意见但无法识别：请在“批准”列中逐行填写是或否，然后重新提交文件。',
      advice: '',
    },
  },
  'answers-not-known': {
    en: {
      reason:
        'What stands in a column of approvals and is no word that says yes counts as a no: {answers}.',
      advice: '',
    },
    zh: { reason: '审批列中无法识别为同意的内容一律视为不同意：{answers}。', advice: '' },
  },

  'not-a-yes': {
    en: {
      reason: '"{cell}" is not one of the words that say yes.',
      advice: 'Write yes to have the row renewed, and drop it again.',
    },
    zh: { reason: '“{cell}”不是表示同意的词。', advice: '如需续费，请填写“是”后重新提交此行。' },
  },
  'says-not-to-renew': {
    en: {
      reason: '"{cell}" says that the row is not to be renewed.',
      advice: 'Take the words out to have the row renewed, and drop it again.',
    },
    zh: { reason: '“{cell}”表示此行不续费。', advice: '如需续费，请删除该内容后重新提交此行。' },
  },
  'title-says-no': {
    en: {
      reason: 'The row stands under "{title}", which says not to renew it.',
      advice: 'Move the row out from under that title to have it renewed, and drop it again.',
    },
    zh: {
      reason: '此行位于“{title}”之下，表示不续费。',
      advice: '如需续费，请将此行移出该标题后重新提交。',
    },
  },
  'cell-struck-through': {
    en: {
      reason: 'The cell is struck through.',
      advice: 'Write the value anew without striking it through, and drop the row again.',
    },
    zh: { reason: '单元格带有删除线。', advice: '请去掉删除线、重新填写后再次提交此行。' },
  },
  'cell-not-visible': {
    en: {
      reason: 'What the cell holds cannot be seen, as in white on white.',
      advice: 'Write the value where it can be seen, and drop the row again.',
    },
    zh: {
      reason: '单元格的内容不可见，例如白底白字。',
      advice: '请将该值写成可见的内容后重新提交此行。',
    },
  },
  'column-hidden': {
    en: {
      reason: 'The column is hidden, so that nobody sees what it says.',
      advice: 'Show the column or delete it, and drop the row again.',
    },
    zh: { reason: '该列已隐藏，无人能看到其内容。', advice: '请显示或删除该列后重新提交此行。' },
  },
  'columns-disagree': {
    en: {
      reason: 'The column "{other}" says otherwise for this row.',
      advice: 'Keep the column that counts and drop the row again.',
    },
    zh: { reason: '“{other}”列对此行的说法不同。', advice: '请仅保留有效的一列后重新提交此行。' },
  },
  'price-per-month': {
    en: {
      reason: 'The heading gives the price of one month, but the term of the row is another one.',
      advice: 'Write the price of the whole term under "Approved Price" and drop the row again.',
    },
    zh: {
      reason: '列标题表示一个月的价格，而此行的续费时长不同。',
      advice: '请在“批准价格”列中填写整个时长的价格，然后重新提交此行。',
    },
  },
  'price-per-year': {
    en: {
      reason: 'The heading gives the price of one year, but the term of the row is another one.',
      advice: 'Write the price of the whole term under "Approved Price" and drop the row again.',
    },
    zh: {
      reason: '列标题表示一年的价格，而此行的续费时长不同。',
      advice: '请在“批准价格”列中填写整个时长的价格，然后重新提交此行。',
    },
  },
  'price-format-unknown': {
    en: {
      reason: 'The cell shows "{word}" beside its figure, which is no currency that is known.',
      advice: 'Write the price as a plain number such as 1234.56 and drop the row again.',
    },
    zh: {
      reason: '单元格在数字旁显示“{word}”，这不是已知的币种。',
      advice: '请将价格写成如1234.56的普通数字，然后重新提交此行。',
    },
  },
  'price-shown-otherwise': {
    en: {
      reason: 'The cell holds {value}, but its number format shows something else.',
      advice: 'Write the price as a plain number such as 1234.56 and drop the row again.',
    },
    zh: {
      reason: '单元格的值为{value}，但其数字格式显示的内容不同。',
      advice: '请将价格写成如1234.56的普通数字，然后重新提交此行。',
    },
  },
  'price-either-way': {
    en: {
      reason: '"{cell}" can be read as {one} or as {other}.',
      advice: 'Write the price as a plain number such as 1234.56 and drop the row again.',
    },
    zh: {
      reason: '“{cell}”可读作{one}，也可读作{other}。',
      advice: '请将价格写成如1234.56的普通数字，然后重新提交此行。',
    },
  },
  'expiry-without-year': {
    en: {
      reason: '"{cell}" does not say the year.',
      advice: 'Write the date as 2026-12-31 and drop the row again.',
    },
    zh: {
      reason: '“{cell}”没有写明年份。',
      advice: '请将日期写成如2026-12-31的形式，然后重新提交此行。',
    },
  },
  'id-too-long': {
    en: {
      reason: '"{cell}" is longer than any resource id.',
      advice: 'Paste the id alone into the cell and drop the row again.',
    },
    zh: {
      reason: '“{cell}”超过资源ID的长度。',
      advice: '请在单元格中只粘贴ID，然后重新提交此行。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
