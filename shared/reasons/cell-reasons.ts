import type { Entry } from './entry.ts';

/** Why a row of a quote is invalid: what its cells say, one by one. */
export const CELL_REASONS = {
  together: {
    en: { reason: '{all.reason}', advice: '{all.advice}' },
    zh: { reason: '{all.reason}', advice: '{all.advice}' },
  },
  'in-column': {
    en: { reason: 'Column "{column}": {first.reason}', advice: '{first.advice}' },
    zh: { reason: '“{column}”列：{first.reason}', advice: '{first.advice}' },
  },

  'no-column-of': {
    en: {
      reason: 'The sheet has no column with {what:words}.',
      advice: 'Add the column and drop the row again.',
    },
    zh: { reason: '工作表没有{what:words}列。', advice: '请添加该列后重新提交此行。' },
  },
  'no-term-said': {
    en: {
      reason: 'The sheet says no renewal term, and the account has no default one.',
      advice:
        'Add a column "Renewal Duration" with terms such as "1 month" and drop the row again.',
    },
    zh: {
      reason: '工作表没有说明续费时长，账号也没有默认值。',
      advice: '请添加“续费时长”列，填写如“1个月”的时长，然后重新提交此行。',
    },
  },
  'cell-empty': {
    en: { reason: 'The cell is empty.', advice: 'Fill in the cell and drop the row again.' },
    zh: { reason: '单元格为空。', advice: '请填写该单元格后重新提交此行。' },
  },
  'cell-merged': {
    en: {
      reason: 'The cell is empty, because it is merged with others.',
      advice: 'Split the merged cells, fill in each of them and drop the row again.',
    },
    zh: {
      reason: '单元格为空，因为它与其他单元格合并。',
      advice: '请拆分合并的单元格，逐一填写后重新提交此行。',
    },
  },
  'formula-not-saved': {
    en: {
      reason: 'The cell has a formula whose result was not saved.',
      advice: 'Open the file in Excel, save it and drop it again.',
    },
    zh: {
      reason: '单元格含有公式，但其结果未保存。',
      advice: '请在Excel中打开文件，保存后重新提交。',
    },
  },
  'result-not-up-to-date': {
    en: {
      reason: 'The cell has a formula, and the file says that its saved result is not up to date.',
      advice: 'Open the file in Excel, save it and drop it again.',
    },
    zh: {
      reason: '单元格含有公式，而文件注明所保存的结果并非最新。',
      advice: '请在Excel中打开文件，保存后重新提交。',
    },
  },
  'cell-damaged': {
    en: {
      reason: 'The cell is damaged: what the file holds for it cannot be read.',
      advice: 'Open the file in Excel, fill in the cell, save the file and drop it again.',
    },
    zh: {
      reason: '单元格已损坏：文件中保存的内容无法读取。',
      advice: '请在Excel中打开文件，填写该单元格，保存后重新提交。',
    },
  },
  'cell-too-long': {
    en: {
      reason: 'The cell holds a text that is far too long: "{cell}".',
      advice: 'Write only the value itself into the cell and drop the row again.',
    },
    zh: {
      reason: '单元格中的文本过长：“{cell}”。',
      advice: '请在单元格中只填写该值本身，然后重新提交此行。',
    },
  },
  'cell-shows-error': {
    en: {
      reason: 'The cell shows the error {error}.',
      advice: 'Correct the formula and drop the row again.',
    },
    zh: { reason: '单元格显示错误{error}。', advice: '请更正公式后重新提交此行。' },
  },

  'unseen-character': {
    en: {
      reason: '"{cell}" holds {character:words} ({number}), which cannot be seen.',
      advice: 'Type the value by hand into the cell and drop the row again.',
    },
    zh: {
      reason: '“{cell}”中含有不可见的{character:words}（{number}）。',
      advice: '请在单元格中手动输入该值，然后重新提交此行。',
    },
  },
  'visible-odd-character': {
    en: {
      reason: '"{cell}" holds the character "{character}" ({number}), which does not belong there.',
      advice: 'Type the value by hand into the cell and drop the row again.',
    },
    zh: {
      reason: '“{cell}”中含有不应出现的字符“{character}”（{number}）。',
      advice: '请在单元格中手动输入该值，然后重新提交此行。',
    },
  },

  'id-turned-into-number': {
    en: {
      reason: 'Excel has turned this id into a number, so the id itself is lost.',
      advice: 'Format the column as text, paste the id again and drop the row again.',
    },
    zh: {
      reason: 'Excel已将该ID转换为数字，原ID已丢失。',
      advice: '请将该列设为文本格式，重新粘贴ID后再次提交此行。',
    },
  },
  'id-with-odd-character': {
    en: {
      reason: 'The id "{cell}" holds a space, a line break or another character that no id has.',
      advice: 'Paste the id alone into the cell and drop the row again.',
    },
    zh: {
      reason: 'ID“{cell}”中含有空格、换行或其他不应出现的字符。',
      advice: '请在单元格中只粘贴ID，然后重新提交此行。',
    },
  },
  'no-resource-id': {
    en: {
      reason: '"{cell}" is no resource id.',
      advice: 'Format the column as text, paste the id again and drop the row again.',
    },
    zh: {
      reason: '“{cell}”不是资源ID。',
      advice: '请将该列设为文本格式，重新粘贴ID后再次提交此行。',
    },
  },

  'price-unreadable': {
    en: {
      reason: '"{cell}" is not a readable price.',
      advice: 'Write the price as a plain number such as 1234.56 and drop the row again.',
    },
    zh: {
      reason: '“{cell}”不是可识别的价格。',
      advice: '请将价格写成如1234.56的普通数字，然后重新提交此行。',
    },
  },
  'price-in-percent': {
    en: {
      reason: 'The price cell shows a percentage, not an amount.',
      advice: 'Write the price as a plain number such as 1234.56 and drop the row again.',
    },
    zh: {
      reason: '价格单元格显示的是百分比，不是金额。',
      advice: '请将价格写成如1234.56的普通数字，然后重新提交此行。',
    },
  },
  'price-negative': {
    en: {
      reason: 'The price is negative.',
      advice: 'Write the price as a plain number such as 1234.56 and drop the row again.',
    },
    zh: {
      reason: '价格为负数。',
      advice: '请将价格写成如1234.56的普通数字，然后重新提交此行。',
    },
  },
  'price-with-comma': {
    en: {
      reason: 'The comma in "{cell}" may stand for a decimal point or for thousands.',
      advice: 'Write the price as a plain number such as 1234.56 and drop the row again.',
    },
    zh: {
      reason: '“{cell}”中的逗号可能表示小数点，也可能是千位分隔符。',
      advice: '请将价格写成如1234.56的普通数字，然后重新提交此行。',
    },
  },
  'price-in-other-currency': {
    en: {
      reason: 'The price is in "{word}", but the account pays in {currency}.',
      advice: 'Quote the row in {currency} and drop it again.',
    },
    zh: {
      reason: '价格的币种为“{word}”，而账号以{currency}付款。',
      advice: '请以{currency}报价后重新提交此行。',
    },
  },
  'price-above-limit': {
    en: {
      reason:
        'The price {price} {currency} is above the {most} {currency} that this account allows for one row.',
      advice: 'Have the limit raised, or renew this resource by hand.',
    },
    zh: {
      reason: '价格{price} {currency}超过该账号单行允许的{most} {currency}。',
      advice: '请申请提高限额，或手动续费该资源。',
    },
  },

  'expiry-unreadable': {
    en: {
      reason: '"{cell}" is not a readable expiry date.',
      advice: 'Write the date as 2026-12-31 and drop the row again.',
    },
    zh: {
      reason: '“{cell}”不是可识别的到期时间。',
      advice: '请将日期写成如2026-12-31的形式，然后重新提交此行。',
    },
  },
  'expiry-either-way': {
    en: {
      reason: '"{cell}" does not say which figure is the day and which the month.',
      advice: 'Write the date as 2026-12-31 and drop the row again.',
    },
    zh: {
      reason: '无法判断“{cell}”中哪个数字是日，哪个是月。',
      advice: '请将日期写成如2026-12-31的形式，然后重新提交此行。',
    },
  },
  'term-without-unit': {
    en: {
      reason: 'The renewal term "{cell}" does not say months or years.',
      advice: 'Write the term as "1 month" or "1 year" and drop the row again.',
    },
    zh: {
      reason: '续费时长“{cell}”没有说明是月还是年。',
      advice: '请将时长写成“1个月”或“1年”，然后重新提交此行。',
    },
  },
  'term-unreadable': {
    en: {
      reason: 'The renewal term "{cell}" is not one such as "1 month" or "1 year".',
      advice: 'Write the term as "1 month" or "1 year" and drop the row again.',
    },
    zh: {
      reason: '续费时长“{cell}”不是如“1个月”或“1年”的形式。',
      advice: '请将时长写成“1个月”或“1年”，然后重新提交此行。',
    },
  },
  'term-out-of-range': {
    en: {
      reason:
        'A renewal of {cell} is not offered: 1 to 11 months or 1 to {years} {years|year|years}, of which each product takes some.',
      advice: 'Write the term as "1 month" or "1 year" and drop the row again.',
    },
    zh: {
      reason: '不支持续费{cell}：可选1至11个月或1至{years}年，各产品支持其中一部分。',
      advice: '请将时长写成“1个月”或“1年”，然后重新提交此行。',
    },
  },
  'months-not-offered': {
    en: {
      reason:
        'A renewal of {months} {months|month|months} is not offered: 1 to 11 months or 1 to 3 years.',
      advice: 'Write the term as "1 month" or "1 year" and drop the row again.',
    },
    zh: {
      reason: '不支持续费{months}个月：可选1至11个月或1至3年。',
      advice: '请将时长写成“1个月”或“1年”，然后重新提交此行。',
    },
  },
  'years-not-offered': {
    en: {
      reason:
        'A renewal of {years} {years|year|years} is not offered: 1 to 11 months or 1 to 3 years.',
      advice: 'Write the term as "1 month" or "1 year" and drop the row again.',
    },
    zh: {
      reason: '不支持续费{years}年：可选1至11个月或1至3年。',
      advice: '请将时长写成“1个月”或“1年”，然后重新提交此行。',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
