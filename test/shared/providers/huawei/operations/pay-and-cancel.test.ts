import { describe, expect, it } from 'vitest';
import type { Remedy } from '../../../../../shared/renewal/answer.ts';
import { opened } from '../opened.ts';
import { json, raw, refusal } from '../../scripted-fetch.ts';

const DONE = { kind: 'done', value: null };

describe('paying', () => {
  it('uses no coupon, and without a discount sends no list', async () => {
    const { provider, sent } = opened(raw(null, 204));
    expect(await provider.renewals.pay('CS1', null)).toEqual(DONE);
    expect(sent.map(({ method, url, body }) => ({ method, path: url.pathname, body }))).toEqual([
      {
        method: 'POST',
        path: '/v3/orders/customer-orders/pay',
        body: { order_id: 'CS1', use_coupon: 'NO', use_discount: 'NO' },
      },
    ]);
  });

  it('sends exactly the one discount it is given', async () => {
    const { provider, sent } = opened(json({}));
    expect(await provider.renewals.pay('CS1', { id: 'd', type: 609 })).toEqual(DONE);
    expect(sent[0]!.body).toEqual({
      order_id: 'CS1',
      use_coupon: 'NO',
      use_discount: 'YES',
      discount_infos: [{ id: 'd', type: 609 }],
    });
  });

  it.each<[string, Remedy]>([
    ['CBC.99003106', 'read order'],
    ['CBC.99000088', 'read order'],
    ['CBC.99005003', 'suspend'],
    ['CBC.99003112', 'refuse discount'],
    ['CBC.99003141', 'drop order'],
    ['CBC.99003155', 'hold project'],
    ['CBC.99003144', 'later'],
    ['CBC.99003016', 'unlisted'],
    ['CBC.76767', 'unlisted'],
  ])('refused with %s asks for: %s', async (code, remedy) => {
    const { provider, sent } = opened(refusal(code, 400, { quota_infos: [{}] }));
    expect(await provider.renewals.pay('CS1', null)).toMatchObject({
      kind: 'refused',
      refusal: { code, remedy },
    });
    expect(sent).toHaveLength(1);
  });
});

describe('cancelling', () => {
  it('names the order', async () => {
    const { provider, sent } = opened(raw(null, 204));
    expect(await provider.renewals.cancel('CS1')).toEqual(DONE);
    expect(sent.map(({ method, url, body }) => ({ method, path: url.pathname, body }))).toEqual([
      { method: 'PUT', path: '/v2/orders/customer-orders/cancel', body: { order_id: 'CS1' } },
    ]);
  });

  it('that comes too late asks to read the order', async () => {
    const { provider } = opened(refusal('CBC.99005010'));
    expect(await provider.renewals.cancel('CS1')).toMatchObject({
      kind: 'refused',
      refusal: { remedy: 'read order' },
    });
  });
});

describe.each(['pay', 'cancel'] as const)('%s', (what) => {
  it.each([
    ['204 without a body', raw(null, 204)],
    ['200 without a body', raw('', 200)],
    ['200 with blanks', raw(' \n', 200)],
    ['200 with {}', json({})],
    ['200 with null', json(null)],
    ['202 with some fields', json({ order_id: 'CS1' }, 202)],
    ['200 with a success code', json({ error_code: 'CBC.0000', error_msg: '' })],
    ['200 with empty code fields', json({ error_code: '', error_msg: null })],
  ])('is done after %s', async (_, reply) => {
    const { renewals } = opened(reply).provider;
    expect(what === 'pay' ? await renewals.pay('CS1', null) : await renewals.cancel('CS1')).toEqual(
      DONE,
    );
  });

  it.each([400, 500])('is unknown after a success code under status %d', async (status) => {
    const { renewals } = opened(refusal('CBC.0000', status)).provider;
    const given = what === 'pay' ? await renewals.pay('CS1', null) : await renewals.cancel('CS1');
    expect(given.kind).toBe('unknown');
  });
});
