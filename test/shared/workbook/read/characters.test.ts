import { describe, expect, it } from 'vitest';
import { say } from '../../../../shared/reasons/say.ts';
import {
  characterReason,
  idText,
  oddCharacter,
  plainText,
} from '../../../../shared/workbook/read/characters.ts';

describe('the rule for characters that nobody sees', () => {
  it.each([
    ['blanks of every width are one', '1\u00a0month', '1 month'],
    ['and none at the ends', '\u3000\u2003yes\t\r\n', 'yes'],
    ['line breaks are blanks', 'a \r\n b', 'a b'],
    ['zero width is nothing', '1\u200b2.\ufeff5\u00ad0', '12.50'],
    ['a tick is one in colour too', '\u2714\ufe0f', '\u2714'],
    ['full width is plain', '￥１２．５０ＵＳＤ', '¥12.50USD'],
    ['marks of direction at the ends turn nothing', '\u202a12.50\u202c', '12.50'],
    ['a footnote is no figure', '12³', '12³'],
    ['a fraction stays one', '½', '½'],
    ['Chinese stays as it is', '三个月', '三个月'],
    ['nothing but blanks is empty', '\u200b \u00a0\u200e', ''],
  ])('%s: %j', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
    expect(oddCharacter(text)).toBeNull();
  });

  it.each([
    ['1\u202e2.50', 'a mark of writing direction (U+202E)'],
    ['12\u00005', 'a control character (U+0000)'],
    ['\u0007', 'a control character (U+0007)'],
    ['12\ufffd', 'a character that was lost in a conversion (U+FFFD)'],
    ['\uf0fc', 'a character of a symbol font (U+F0FC)'],
    ['12\ud800', 'a character that was lost in a conversion (U+D800)'],
  ])('%j is refused for what is in it', (text, named) => {
    const odd = oddCharacter(text)!;

    expect(say(characterReason(text, odd), 'en').reason).toContain(`holds ${named}`);
    expect(say(characterReason(text, odd), 'zh').reason).toContain('U+');
  });

  it.each([
    ['\u00a0abc-1\u200b', 'abc-1', ''],
    ['ab\u200bc', 'ab\u200bc', 'a zero width space (U+200B)'],
    ['ab c', 'ab c', 'a space (U+0020)'],
    ['ab\nc', 'ab\nc', 'a line break (U+000A)'],
    ['аbc', 'аbc', 'the character "а" (U+0430)'],
    ['ＡＢ', 'ＡＢ', 'the character "Ａ" (U+FF21)'],
  ])('the id %j is never mended inside', (text, id, named) => {
    const read = idText(text);

    expect(read.id).toBe(id);
    const said = read.odd === null ? '' : say(characterReason(text, read.odd), 'en').reason;
    expect(said).toContain(named);
    expect(said === '').toBe(named === '');
  });

  it('takes no longer for a long text than its length', () => {
    const started = performance.now();
    plainText('\u200b'.repeat(32_767));
    plainText(`a${'\u00a0'.repeat(32_767)}b`);
    idText('\u3000'.repeat(32_767));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
