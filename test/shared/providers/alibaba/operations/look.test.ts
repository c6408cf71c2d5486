import { describe, expect, it } from 'vitest';
import { json } from '../../scripted-fetch.ts';
import { EXPIRY } from '../every-call.ts';
import { billed, byAction, instance, instances, opened, refused, said } from '../opened.ts';

const domain = (more: Readonly<Record<string, unknown>> = {}) =>
  json({
    RequestId: 'R',
    DomainName: 'example.com',
    ExpirationDate: '2026-12-21 00:00:00',
    ExpirationDateLong: EXPIRY,
    AutoRenewEnabled: false,
    ...more,
  });

describe('a look at instances', () => {
  it('asks for a hundred at a time, all regions and products, and shows them as they were asked for', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `i-${index}`);
    const { provider, sent } = opened(async (request) => {
      const asked = said(request)['InstanceIDs']!.split(',');
      return await instances(...asked.map((id) => instance(id.toUpperCase())))(request);
    });
    const read = await provider.resources.resources(ids);

    expect(read.kind === 'done' && read.value.map(({ resourceId }) => resourceId)).toEqual(ids);
    expect(sent.map(said)).toEqual([
      {
        action: 'QueryAvailableInstances',
        InstanceIDs: ids.slice(0, 100).join(','),
        PageNum: '1',
        PageSize: '100',
      },
      {
        action: 'QueryAvailableInstances',
        InstanceIDs: 'i-100',
        PageNum: '1',
        PageSize: '100',
      },
    ]);
  });

  it.each([
    ['AutoRenewal', true, undefined],
    ['ManualRenewal', false, undefined],
    ['NotRenewal', false, true],
    [null, false, undefined],
  ])('with %s shows what becomes of them', async (RenewStatus, autoRenew, ends) => {
    const { provider } = opened(instances(instance('i-1', { RenewStatus })));
    const read = await provider.resources.resources(['i-1']);

    expect(read).toMatchObject({ value: [{ expiry: EXPIRY, main: true, autoRenew }] });
    expect(read.kind === 'done' && read.value[0]!.ends).toBe(ends);
  });

  it('reads all pages of a page size that is not kept to', async () => {
    const pages = [[instance('i-1')], [instance('i-2')]];
    const { provider, sent } = opened(async (request) => {
      const items = pages[Number(said(request)['PageNum']) - 1] ?? [];
      return await billed({ TotalCount: 2, InstanceList: items })(request);
    });
    const read = await provider.resources.resources(['i-1', 'i-2']);

    expect(read.kind === 'done' && read.value).toHaveLength(2);
    expect(sent).toHaveLength(2);
  });

  it('leaves out what is not shown, was not asked for or cannot be asked for', async () => {
    const { provider, sent } = opened(instances(instance('i-9')));

    expect(await provider.resources.resources(['i-1', 'i-2,i-9', 'a b'])).toEqual({
      kind: 'done',
      value: [],
    });
    expect(said(sent[0]!)['InstanceIDs']).toBe('i-1');
  });

  it('asks for nothing where there is nothing to ask for', async () => {
    const { provider, sent } = opened(instances());

    expect(await provider.resources.resources([])).toEqual({ kind: 'done', value: [] });
    expect(sent).toEqual([]);
  });

  it.each(['ResourceNotExists', 'InvalidParameter'])(
    'asks id by id after %s, so that one row stops no other',
    async (code) => {
      const { provider, sent } = opened(async (request) => {
        const asked = said(request)['InstanceIDs']!;
        if (asked.includes('i-2')) return await refused(code)(request);
        return await instances(...asked.split(',').map((id) => instance(id)))(request);
      });

      expect(await provider.resources.resources(['i-1', 'i-2', 'i-3'])).toMatchObject({
        value: [{ resourceId: 'i-1' }, { resourceId: 'i-3' }],
      });
      expect(await provider.resources.resources(['i-2'])).toEqual({ kind: 'done', value: [] });
      expect(sent).toHaveLength(5);
    },
  );

  it('is refused where every id is', async () => {
    const { provider } = opened(refused('InvalidParameter'));

    expect(await provider.resources.resources(['i-1', 'i-2'])).toMatchObject({
      kind: 'refused',
      refusal: { remedy: 'suspend' },
    });
  });

  it('is unknown where the success holds no data', async () => {
    const { provider } = opened(billed(null));

    expect(await provider.resources.resources(['i-1'])).toMatchObject({ kind: 'unknown' });
  });
});

describe('a look at domains', () => {
  it('asks for each by its name and reads the number, never the text', async () => {
    const { provider, sent } = opened(domain({ ExpirationDate: 'Nov 02,2019 04:00:45' }));

    expect(await provider.resources.resources(['Example.com.'])).toEqual({
      kind: 'done',
      value: [
        {
          resourceId: 'Example.com.',
          name: 'example.com',
          main: true,
          parent: null,
          expiry: EXPIRY,
          autoRenew: false,
          route: {
            kind: 'task',
            product: 'Domain Names',
            sent: 'domain///',
            months: [12, 24, 36, 48, 60, 72, 84, 96, 108, 120],
            together: 1,
            repeat: 'same call',
          },
        },
      ],
    });
    expect(said(sent[0]!)).toEqual({
      action: 'QueryDomainByDomainName',
      DomainName: 'Example.com',
    });
  });

  it('puts ten into a task where the account wants that', async () => {
    const { provider } = opened(domain(), { domainTasks: 'batch' });

    expect(await provider.resources.resources(['example.com'])).toMatchObject({
      value: [{ route: { together: 10 } }],
    });
  });

  it.each<[string, Parameters<typeof opened>[0]]>([
    ['not in the account', refused('DomainNotExist')],
    ['no name at all', refused('InvalidDomainName')],
    ['of another ending', refused('DomainSuffixUnsupported')],
    ['another one', domain({ DomainName: 'other.com' })],
    ['an empty answer', json({ RequestId: 'R' })],
  ])('leaves out one that is %s', async (_, reply) => {
    const { provider } = opened(reply);

    expect(await provider.resources.resources(['example.com'])).toEqual({
      kind: 'done',
      value: [],
    });
  });

  it('leaves out one that is refused with an unlisted code, unless all are', async () => {
    const { provider } = opened(async (request) => {
      const odd = said(request)['DomainName'] === 'odd.com';
      return await (odd ? refused('Weird.Domain') : domain())(request);
    });

    expect(await provider.resources.resources(['odd.com', 'example.com'])).toMatchObject({
      value: [{ resourceId: 'example.com' }],
    });
    expect(await provider.resources.resources(['odd.com'])).toMatchObject({
      kind: 'refused',
      refusal: { code: 'Weird.Domain', remedy: 'unlisted' },
    });
  });

  it('shows no expiry where there is no number', async () => {
    const { provider } = opened(domain({ ExpirationDateLong: null }));

    expect(await provider.resources.resources(['example.com'])).toMatchObject({
      value: [{ expiry: null }],
    });
  });

  it.each([true, 'true'])('shows that one renews itself: %j', async (AutoRenewEnabled) => {
    const { provider } = opened(domain({ AutoRenewEnabled }));

    expect(await provider.resources.resources(['example.com'])).toMatchObject({
      value: [{ autoRenew: true }],
    });
  });

  it('goes beside a look at instances, and one refusal is that of both', async () => {
    const both = byAction({
      QueryAvailableInstances: instances(instance('i-1')),
      QueryDomainByDomainName: domain(),
    });
    const half = byAction({ QueryAvailableInstances: instances(instance('i-1')) });
    const ids = ['i-1', 'example.com'];

    expect(await opened(both).provider.resources.resources(ids)).toMatchObject({
      value: [{ resourceId: 'example.com' }, { resourceId: 'i-1' }],
    });
    expect(await opened(half).provider.resources.resources(ids)).toMatchObject({ kind: 'refused' });
  });
});
