import { describe, expect, it } from 'vitest';
import { broken, hang, json, raw, type Reply, reset } from '../scripted-fetch.ts';
import { CANCELLING, EVERY, READING, SPENDING } from './every-call.ts';
import { KEYS, opened, refused } from './opened.ts';

/** Answers that leave open what a call did, whatever it was. */
const UNCLEAR: readonly (readonly [string, Reply])[] = [
  ['a reset', reset()],
  ['a body that breaks off', broken('{"RequestId":"R"')],
  ['an empty body', raw('')],
  ['a page of a proxy', raw('<html>Bad gateway</html>', 502)],
  ['status 500 without a code', raw('{}', 500)],
  ['status 400 without a code', raw('{}', 400)],
  ['a redirect in so many words', raw('', 302)],
  ['InternalError', refused('InternalError', 500)],
  ['InternalError under 400', refused('InternalError', 400)],
  ['InternalError under 200', refused('InternalError', 200)],
  ['ServiceUnavailable', refused('ServiceUnavailable', 503)],
  ['UndefinedError', refused('UndefinedError', 500)],
  ['NetworkIOError', refused('NetworkIOError', 400)],
  ['an unlisted code under 500', refused('Whatever.Happened', 500)],
  ['no success and no code', json({ Success: false, Message: 'no' })],
  ['no success with the code of one', json({ Success: false, Code: 'Success' })],
  ['a used nonce', refused('SignatureNonceUsed', 400)],
];

describe.each(Object.entries(SPENDING))('a renewal of %s', (_, call) => {
  it.each([
    ...UNCLEAR,
    ['an unlisted code', refused('Whatever.Happened', 400)] as const,
    ['a token that is being worked on', refused('LastTokenProcessing', 403)] as const,
    ['a token of other values', refused('IdempotentParameterMismatch', 400)] as const,
    ['a token that was sent before', refused('Duplicated.ClientToken', 400)] as const,
    ['status 403 without a code', raw('', 403)] as const,
  ])('is unknown after %s, and sent once', async (_, reply) => {
    const { sent, ...adapter } = opened(reply);

    expect((await call(adapter)).kind).toBe('unknown');
    expect(sent).toHaveLength(1);
  });

  it('is unknown where no answer comes in time, and sent once', async () => {
    const { sent, ...adapter } = opened(hang(), {}, { httpTimeoutSeconds: 0.02 });

    expect((await call(adapter)).kind).toBe('unknown');
    expect(sent).toHaveLength(1);
  });

  it.each(['Throttling', 'Throttling.User', 'Throttling.Api', 'Rejected.Throttling'])(
    'is turned away by %s without being sent again: the engine alone does that',
    async (code) => {
      const { sent, waits, ...adapter } = opened(refused(code));

      expect(await call(adapter)).toMatchObject({ kind: 'refused', refusal: { remedy: 'wait' } });
      expect([sent.length, waits]).toEqual([1, []]);
    },
  );

  it.each([
    ['under 400', refused('InvalidOwner')],
    ['under 200 with no success', json({ Code: 'InvalidOwner', Success: false })],
    ['under 200 without saying so', json({ Code: 'InvalidOwner' })],
    ['under 500', refused('InvalidOwner', 500)],
    ['in small letters', json({ code: 'InvalidOwner', message: 'no' }, 403)],
    ['in XML', raw('<?xml version="1.0"?><Error><Code>InvalidOwner</Code></Error>', 400)],
  ])('is refused by a listed code %s', async (_, reply) => {
    expect(await call(opened(reply))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'InvalidOwner', remedy: 'split' },
    });
  });
});

const slow = (wait: string): Reply =>
  json({ Code: 'Throttling.User' }, 400, { 'x-acs-retry-after': wait });

describe.each(Object.entries(READING))('reading %s', (_, call) => {
  it.each(UNCLEAR)('is tried three times after %s', async (_, reply) => {
    const { sent, ...adapter } = opened(reply);

    expect((await call(adapter)).kind).toBe('unknown');
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ headers }) => headers['x-acs-signature-nonce'])).size).toBe(3);
  });

  it('waits throttling out, for as long as the answer asks but never less than two seconds', async () => {
    const { sent, waits, ...adapter } = opened([
      slow('3500'),
      slow('7'),
      slow('soon'),
      refused('Forbidden.RAM', 403),
    ]);

    expect(await call(adapter)).toMatchObject({ refusal: { code: 'Forbidden.RAM' } });
    expect(waits).toEqual([3500, 2000, 2000]);
    expect(sent).toHaveLength(4);
  });

  it.each([401, 403])('is the refusal of the caller by a bare status %s', async (status) => {
    expect(await call(opened(raw('', status)))).toMatchObject({
      kind: 'refused',
      refusal: { code: `HTTP ${status}`, remedy: 'suspend' },
    });
  });
});

describe.each(Object.entries(CANCELLING))('%s', (_, call) => {
  it.each(UNCLEAR)('is not sent again after %s', async (_, reply) => {
    const { sent, ...adapter } = opened(reply);

    expect((await call(adapter)).kind).toBe('unknown');
    expect(sent).toHaveLength(1);
  });
});

describe.each(Object.entries(EVERY))('%s', (_, call) => {
  it('sends nothing with keys that cannot be sent', async () => {
    for (const keys of [null, { accessKey: 'a b', secretKey: 'x' }]) {
      const { sent, ...adapter } = opened(refused('x'), {}, { keys });

      expect(await call(adapter)).toMatchObject({ refusal: { code: 'keys', remedy: 'suspend' } });
      expect(sent).toEqual([]);
    }
  });

  it('sends nothing more for a minute after its key was refused', async () => {
    const { sent, ...adapter } = opened(refused('InvalidAccessKeyId.NotFound', 404));
    await call(adapter);
    const refusal = await call(adapter);

    expect(refusal).toMatchObject({
      refusal: { remedy: 'suspend', reason: { id: 'alibaba-key-refused' } },
    });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['refused', 'SignatureDoesNotMatch', 400],
    ['refused by a listed code', 'Forbidden.RAM', 403],
    ['unclear', 'InternalError', 500],
    ['throttled', 'Throttling', 400],
  ])(
    'never shows a key or a signature when %s, and caps what it shows',
    async (_, code, status) => {
      const answer = await call(
        opened(async (sent) => {
          const text = `${JSON.stringify(sent.headers)} ${KEYS.secretKey} ${'x'.repeat(500)}`;
          return await json({ Code: code, Message: text }, status)(sent);
        }),
      );
      const shown = JSON.stringify(answer);

      expect(shown).not.toContain(KEYS.secretKey);
      expect(shown).not.toContain(KEYS.accessKey);
      expect(shown).not.toMatch(/Signature=[0-9a-f]/u);
      expect(shown).not.toContain('x'.repeat(301));
    },
  );
});
