/** Names of characters that nobody can see, for sentences that have to point at one. */
export const CHARACTER_WORDS = {
  'no-break-space': { en: 'a nonbreaking space', zh: '不换行空格' },
  'wide-space': { en: 'a full width space', zh: '全角空格' },
  'odd-space': { en: 'a space of special width', zh: '特殊宽度的空格' },
  space: { en: 'a space', zh: '空格' },
  'line-break': { en: 'a line break', zh: '换行' },
  tab: { en: 'a tab', zh: '制表符' },
  'zero-width-space': { en: 'a zero width space', zh: '零宽空格' },
  'zero-width-joiner': { en: 'a zero width joiner', zh: '零宽连接符' },
  'byte-order-mark': { en: 'a byte order mark', zh: '字节顺序标记' },
  'soft-hyphen': { en: 'a soft hyphen', zh: '软连字符' },
  'shape-mark': { en: 'a variation mark', zh: '变体选择符' },
  'empty-letter': { en: 'an empty letter', zh: '空白字母' },
  'direction-mark': { en: 'a mark of writing direction', zh: '书写方向标记' },
  'control-character': { en: 'a control character', zh: '控制字符' },
  'lost-character': { en: 'a character that was lost in a conversion', zh: '转换中丢失的字符' },
  'private-character': { en: 'a character of a symbol font', zh: '符号字体字符' },
} as const;
