import type { Entry } from './entry.ts';

/** Why a file is not read or not carried out: one plain sentence each, which says how to mend it. */
export const FILE_REASONS = {
  'file-empty': {
    en: {
      reason:
        'The file is empty: save the quote once more as "Excel Workbook (.xlsx)" and drop that file.',
      advice: '',
    },
    zh: {
      reason: '文件为空：请将报价单重新另存为“Excel 工作簿(.xlsx)”，并提交该文件。',
      advice: '',
    },
  },
  'file-without-content': {
    en: {
      reason: 'The workbook has no cell with anything in it: drop the quote itself.',
      advice: '',
    },
    zh: { reason: '工作簿中没有任何内容：请提交报价单本身。', advice: '' },
  },
  'sheets-hidden': {
    en: {
      reason:
        'Every sheet of the workbook is hidden: unhide the sheet with the quote and drop it again.',
      advice: '',
    },
    zh: {
      reason: '工作簿的所有工作表都已隐藏：请取消隐藏报价单所在的工作表后重新提交。',
      advice: '',
    },
  },
  'file-protected': {
    en: {
      reason:
        'The workbook is protected by a password or as read-only: in Excel choose File, Info, Protect Workbook, take the protection off, save it and drop it again.',
      advice: '',
    },
    zh: {
      reason:
        '工作簿受密码或只读保护：请在Excel中选择“文件”“信息”“保护工作簿”，取消保护，保存后重新提交。',
      advice: '',
    },
  },
  'old-excel-format': {
    en: {
      reason:
        'The file is in the old Excel format (.xls): open it in Excel, save it as "Excel Workbook (.xlsx)" and drop that file.',
      advice: '',
    },
    zh: {
      reason:
        '文件为旧版Excel格式(.xls)：请在Excel中打开，另存为“Excel 工作簿(.xlsx)”，并提交该文件。',
      advice: '',
    },
  },
  'binary-excel-format': {
    en: {
      reason:
        'The file is in Excel\'s binary format (.xlsb): open it in Excel, save it as "Excel Workbook (.xlsx)" and drop that file.',
      advice: '',
    },
    zh: {
      reason:
        '文件为Excel二进制格式(.xlsb)：请在Excel中打开，另存为“Excel 工作簿(.xlsx)”，并提交该文件。',
      advice: '',
    },
  },
  'open-document-format': {
    en: {
      reason:
        'The file is an OpenDocument sheet (.ods): open it in Excel, save it as "Excel Workbook (.xlsx)" and drop that file.',
      advice: '',
    },
    zh: {
      reason:
        '文件为OpenDocument表格(.ods)：请在Excel中打开，另存为“Excel 工作簿(.xlsx)”，并提交该文件。',
      advice: '',
    },
  },
  'web-page': {
    en: {
      reason:
        'The file is a web page or XML under a workbook\'s name: open it in Excel, save it as "Excel Workbook (.xlsx)" and drop that file.',
      advice: '',
    },
    zh: {
      reason:
        '文件实为网页或XML，只是使用了工作簿的文件名：请在Excel中打开，另存为“Excel 工作簿(.xlsx)”，并提交该文件。',
      advice: '',
    },
  },
  'no-workbook': {
    en: {
      reason:
        'The file is no Excel workbook: save the quote as "Excel Workbook (.xlsx)" and drop that file.',
      advice: '',
    },
    zh: {
      reason: '文件不是Excel工作簿：请将报价单另存为“Excel 工作簿(.xlsx)”，并提交该文件。',
      advice: '',
    },
  },
  'file-broken': {
    en: {
      reason:
        'The file is not whole, as after a copy or a download that broke off: copy it anew from where it came from, see that it opens in Excel, and drop it again.',
      advice: '',
    },
    zh: {
      reason:
        '文件不完整，可能是复制或下载中断所致：请从来源处重新复制，确认可在Excel中打开后重新提交。',
      advice: '',
    },
  },
  'file-damaged': {
    en: {
      reason:
        'The workbook is damaged or was not written by a spreadsheet program: open it in Excel, save it as "Excel Workbook (.xlsx)" and drop that file.',
      advice: '',
    },
    zh: {
      reason:
        '工作簿已损坏，或并非由电子表格软件生成：请在Excel中打开，另存为“Excel 工作簿(.xlsx)”，并提交该文件。',
      advice: '',
    },
  },
  'sheet-without-cells': {
    en: { reason: 'It is a chart, a dialog or old macros, not a sheet of cells.', advice: '' },
    zh: { reason: '该工作表为图表、对话框或旧式宏，不含单元格。', advice: '' },
  },
  'sheet-without-part': {
    en: { reason: 'The workbook lists it, but holds nothing for it.', advice: '' },
    zh: { reason: '工作簿列出了该工作表，但未包含其内容。', advice: '' },
  },
  'sheet-without-ids': {
    en: {
      reason:
        'None of its first 30 lines has a heading for ids, so that none of its {lines} {lines|line|lines} counts as a row.',
      advice: '',
    },
    zh: { reason: '前30行中没有ID列的标题，因此其中{lines}行均不计为续费行。', advice: '' },
  },
  'sheet-of-ours': {
    en: {
      reason: 'It comes with each quote; only who approved and the reference are taken from it.',
      advice: '',
    },
    zh: { reason: '该工作表随每份报价单附带，仅采用其中的批准人和参考号。', advice: '' },
  },
  'file-too-large': {
    en: {
      reason:
        'The workbook is too large to be a quote (over 25 MB, or over 128 MB unpacked): copy the table into a new workbook and drop that.',
      advice: '',
    },
    zh: {
      reason:
        '工作簿过大，不像是报价单（超过25 MB，或解压后超过128 MB）：请将表格复制到新的工作簿中并提交该文件。',
      advice: '',
    },
  },
  'too-much-in-cells': {
    en: {
      reason:
        'The workbook holds more than can be planned and written as one job (700,000 cells or 40 million characters): split the quote into smaller files, or delete what does not belong to it.',
      advice: '',
    },
    zh: {
      reason:
        '工作簿的内容超出单个作业可处理的范围（700,000个单元格或4千万个字符）：请将报价单拆分为较小的文件，或删除无关内容。',
      advice: '',
    },
  },
  'text-encoding': {
    en: {
      reason:
        'The text file is not in UTF-8, UTF-16 or GB18030, so names and signs would be garbled: save it as "CSV UTF-8" or as "Excel Workbook (.xlsx)" and drop that file.',
      advice: '',
    },
    zh: {
      reason:
        '文本文件不是UTF-8、UTF-16或GB18030编码，名称和符号会出现乱码：请另存为“CSV UTF-8”或“Excel 工作簿(.xlsx)”，并提交该文件。',
      advice: '',
    },
  },
  'unpaired-quotation-mark': {
    en: {
      reason:
        'The text file has a quotation mark that does not pair up, so its lines cannot be told apart: save the quote as "Excel Workbook (.xlsx)" and drop that file.',
      advice: '',
    },
    zh: {
      reason:
        '文本文件中有不成对的引号，无法区分各行：请将报价单另存为“Excel 工作簿(.xlsx)”，并提交该文件。',
      advice: '',
    },
  },
  'content-far-away': {
    en: {
      reason:
        'The workbook has something as far away as cell {cell}: delete everything outside the table, save it and drop it again.',
      advice: '',
    },
    zh: {
      reason: '工作簿在很远的单元格{cell}中也有内容：请删除表格以外的所有内容，保存后重新提交。',
      advice: '',
    },
  },
  'too-many-lines': {
    en: {
      reason:
        'A sheet of the workbook has {lines} {lines|line|lines}, more than the {most} that can be read: split the quote into smaller files.',
      advice: '',
    },
    zh: {
      reason: '工作簿中有一个工作表共{lines}行，超过可读取的{most}行：请将报价单拆分为较小的文件。',
      advice: '',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
