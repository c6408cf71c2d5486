import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerText } from '../../../../shared/providers/wire/provider-text.ts';
import { EVERY } from './every-call.ts';
import { KEYS, opened } from './opened.ts';
import { json, type Reply } from '../scripted-fetch.ts';

/** Answers as the provider does to a wrong signature, with all that was sent in its text. */
const echo =
  (code: string, status: number): Reply =>
  async (sent) =>
    await json(
      {
        error_code: code,
        error_msg: `verify aksk signature fail, ${JSON.stringify(sent.headers)} ${KEYS.secretKey} ${'x'.repeat(500)}`,
      },
      status,
    )(sent);

const leaks = (text: string): boolean =>
  text.includes(KEYS.secretKey) || text.includes(KEYS.accessKey) || /[0-9a-f]{64}/u.test(text);

describe.each(Object.entries(EVERY))('%s', (_, call) => {
  it.each([
    ['refused', 'APIGW.0301', 401],
    ['refused by an unknown code', 'CBC.55555', 400],
    ['unclear', 'CBC.0999', 500],
    ['throttled', 'APIG.0308', 429],
  ])(
    'never shows a key or a signature when %s, and caps what it shows',
    async (_, code, status) => {
      const answer = await call(opened(echo(code, status)));
      expect(leaks(JSON.stringify(answer))).toBe(false);
      const texts = [
        ...JSON.stringify(answer).matchAll(/"(?:message|detail)":"((?:[^"\\]|\\.)*)"/gu),
      ].map(([, text]) => JSON.parse(`"${text}"`) as string);
      expect(texts).toHaveLength(1);
      expect(texts[0]!.length).toBeLessThanOrEqual(300);
      expect(texts[0]!.length).toBeGreaterThan(100);
    },
  );
});

describe('provider text', () => {
  it('never holds a key, however it stands in the text and wherever the cap falls', () => {
    const clean = providerText(KEYS);
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 100 }), (before, after) => {
        const shown = clean(`${before}${KEYS.secretKey}${after}${KEYS.accessKey}`);
        expect(leaks(shown)).toBe(false);
        expect(shown).not.toContain(KEYS.secretKey.slice(0, 12));
        expect(shown.length).toBeLessThanOrEqual(300);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is one line without control characters', () => {
    expect(providerText(KEYS)('  a\r\n\tb\u0000c ')).toBe('a b c');
  });

  it('cuts no sign in half', () => {
    expect(providerText(KEYS)(`${'x'.repeat(299)}😀`).isWellFormed()).toBe(true);
  });
});
