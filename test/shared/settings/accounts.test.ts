import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../shared/settings/account.ts';
import { defaultExport } from '../../../shared/settings/export-settings.ts';
import { readAccounts, type KeysRule } from '../../../shared/settings/accounts.ts';
import {
  readSettledAccounts,
  settledAccountsText,
} from '../../../shared/settings/settled-accounts.ts';

const least = {
  name: 'main',
  provider: 'huawei',
  endpoint: 'https://bss-intl.myhuaweicloud.com',
};

function accountOf(settings: object): Account {
  const reading = readAccounts([{ ...least, ...settings }], { keys: 'ignored' });
  if (reading.kind === 'unreadable') throw new Error(reading.problem);
  return reading.accounts[0]!;
}

function problemOf(settings: object, keys: KeysRule = 'forbidden'): string {
  const reading = readAccounts([{ ...least, ...settings }], { keys });
  if (reading.kind === 'accounts') throw new Error('It can be read.');
  return reading.problem;
}

const defaults: Account = {
  name: 'main',
  provider: 'huawei',
  endpoint: 'https://bss-intl.myhuaweicloud.com',
  currency: 'USD',
  expiryZone: 'Asia/Shanghai',
  defaultTerm: null,
  priceTolerance: { percent: 0, absolute: '0' },
  jobValidityDays: 3,
  callsPerSecond: 10,
  discount: 'best',
  maxRows: 10_000,
  maxJobAmount: null,
  maxRowAmount: null,
  hiddenRows: 'skip',
  confirmHours: 24,
  iamUser: null,
  expirePolicy: null,
  orderUrl: null,
  site: null,
  autoRenewRows: 'leave',
  whenSilent: 'suspend',
  language: null,
  resumeEveryHours: null,
  headings: {},
  export: defaultExport('Asia/Shanghai', null),
};

describe('an account that can be read', () => {
  test('has every default filled in', () => {
    expect(accountOf({})).toEqual(defaults);
  });

  test('may know headings of its own', () => {
    const headings = { approved: ['CFO sign-off', '财务签字'], ignored: ['Critical?'] };

    expect(accountOf({ headings }).headings).toEqual(headings);
    expect(accountOf({ headings: 'none' }).headings).toEqual({});
  });

  test('cannot know a heading for two meanings, none at all, or one of a meaning that there is not', () => {
    const twice = { approved: ['Sign-off'], ignored: ['SIGN OFF'] };

    expect(problemOf({ headings: twice })).toContain('"SIGN OFF" stands there twice');
    expect(problemOf({ headings: { approved: [''] } })).toContain('must be a list of headings');
    expect(problemOf({ headings: { aproved: ['Sign-off'] } })).toContain('approved');
  });

  test('may leave a setting out, give it null or say "none", which is all the same', () => {
    const optional = [
      'defaultTerm',
      'priceTolerance',
      'maxJobAmount',
      'maxRowAmount',
      'iamUser',
      'expirePolicy',
      'orderUrl',
      'site',
    ];

    for (const value of [null, 'none']) {
      const settings = Object.fromEntries(optional.map((field) => [field, value]));
      expect(accountOf(settings)).toEqual(defaults);
    }
  });

  test('has the default of a setting that is null', () => {
    expect(accountOf({ currency: null, maxRows: null, hiddenRows: null })).toEqual(defaults);
  });

  test('may renew without any discount, which is not the same as leaving it out', () => {
    expect(accountOf({ discount: 'none' }).discount).toBe('none');
  });

  test('has its term read and its amounts as exact decimals', () => {
    const account = accountOf({
      defaultTerm: '12 months',
      priceTolerance: { percent: '2.5', absolute: 0.1 },
      maxJobAmount: 5000,
      maxRowAmount: '99.90',
    });

    expect(account).toMatchObject({
      defaultTerm: { unit: 'year', count: 1 },
      priceTolerance: { percent: 2.5, absolute: '0.1' },
      maxJobAmount: '5000',
      maxRowAmount: '99.9',
    });
  });

  test('has its endpoint without a slash at the end', () => {
    expect(accountOf({ endpoint: 'http://127.0.0.1:8080/' }).endpoint).toBe(
      'http://127.0.0.1:8080',
    );
  });
});

describe('how an account exports', () => {
  test('has defaults that follow the account’s zone and term', () => {
    expect(accountOf({ expiryZone: 'UTC', defaultTerm: '1 year' }).export).toEqual({
      ...defaultExport('UTC', { unit: 'year', count: 1 }),
    });
  });

  test('is read with its words, and null or "none" is the same as nothing', () => {
    const settings = {
      schedule: 'cron(0 8 ? * MON *)',
      timeZone: 'Europe/Berlin',
      due: 'urgent',
      term: '3 months',
      statuses: ['expired'],
      withoutServiceTypes: ['hws.service.type.package'],
      autoRenewing: 'export',
    };
    expect(accountOf({ export: settings }).export).toMatchObject({
      ...settings,
      term: { unit: 'month', count: 3 },
    });
    expect(accountOf({ export: { schedule: 'none', due: null } })).toEqual(defaults);
    expect(accountOf({ export: 'none' })).toEqual(defaults);
  });
});

describe('a mistake in an account', () => {
  test.each<[settings: object, problem: string]>([
    [
      { export: { shedule: 'rate(7 days)' } },
      'there is no setting "shedule" in "export"; the nearest one is "schedule".',
    ],
    [
      { export: { schedule: 'cron(0 8 * * MON *)' } },
      '"export.schedule" must have "?" either as day of the month or as day of the week in cron(...), as EventBridge wants it, not "cron(0 8 * * MON *)".',
    ],
    [
      { export: { schedule: 'rate(6 hours)' } },
      '"export.schedule" must be a rate of whole days, such as "rate(7 days)": there is one export a day at most, not "rate(6 hours)".',
    ],
    [
      { export: { timeZone: 'Berlin' } },
      '"export.timeZone" must be the name of a time zone, such as "Asia/Shanghai", not "Berlin".',
    ],
    [
      { export: { due: '30' } },
      '"export.due" must be a number of days such as "30d" (at most "1200d"), or "urgent", not "30".',
    ],
    [
      { export: { term: '13 months' } },
      '"export.term" must be a term such as "1 month" or "1 year", not "13 months".',
    ],
    [
      { export: { regions: [] } },
      '"export.regions" must be a list of texts with something in it, or be left out, not [].',
    ],
    [
      { export: 30 },
      '"export" must be an object with the settings of exports, such as {"due": "30d"}, not 30.',
    ],
    [
      { callPerSecond: 5 },
      'there is no setting "callPerSecond"; the nearest one is "callsPerSecond".',
    ],
    [
      { priceTolerance: { percentage: 5 } },
      'there is no setting "percentage" in "priceTolerance"; the nearest one is "percent".',
    ],
    [
      { callsPerSecond: 'ten' },
      '"callsPerSecond" must be a whole number from 1 to 10000, not "ten".',
    ],
    [{ maxRows: 0 }, '"maxRows" must be a whole number from 1 to 10000, not 0.'],
    [{ provider: 'kiosk' }, '"provider" must be one of "huawei", "alibaba", not "kiosk".'],
    [
      { currency: 'dollars' },
      '"currency" must be the ISO 4217 code of a currency, such as "USD", not "dollars".',
    ],
    [
      { expiryZone: 'Shanghai' },
      '"expiryZone" must be the name of a time zone, such as "Asia/Shanghai", not "Shanghai".',
    ],
    [
      { defaultTerm: '5 years' },
      '"defaultTerm" must be a term such as "1 month" or "1 year", or "none", not "5 years".',
    ],
    [
      { priceTolerance: { percent: -1 } },
      '"priceTolerance.percent" must be a percentage from 0 to 100, such as 2.5, not -1.',
    ],
    [
      { maxJobAmount: '5,000' },
      '"maxJobAmount" must be an amount above 0 and up to 1000000000000, such as 5000 or "5000.00", or "none", not "5,000".',
    ],
    [
      { maxRowAmount: 1e300 },
      '"maxRowAmount" must be an amount above 0 and up to 1000000000000, such as 5000 or "5000.00", or "none", not 1e+300.',
    ],
    [
      { discount: null },
      '"discount" must be "best", "none" or the id of the one discount to use, not null.',
    ],
    [
      { orderUrl: 'https://example.com' },
      '"orderUrl" must be a web address with {order} where the number of the order goes, or "none", not "https://example.com".',
    ],
    [{ hiddenRows: 'show' }, '"hiddenRows" must be "skip" or "renew", not "show".'],
    [
      { jobValidityDays: 90 },
      '"jobValidityDays" must be a number of days above 0 and up to 30, not 90.',
    ],
  ])('is told with account, field and fix: %j', (settings, problem) => {
    expect(problemOf(settings)).toBe(`Account "main": ${problem}`);
  });

  test.each([
    'https://bss.example.com/v2',
    'https://user@bss.example.com',
    'https://bss.example.com?x=1',
    'ftp://bss.example.com',
    'bss.example.com',
  ])('is an endpoint that is more or less than a base URL: %s', (endpoint) => {
    expect(problemOf({ endpoint })).toContain('"endpoint" must be the base URL');
  });

  test('is a required setting that is missing', () => {
    expect(problemOf({ endpoint: undefined })).toContain('"endpoint" is missing; it must be');
  });

  test.each(['Main', '', 'a'.repeat(41), 'a/b', 'a b'])('is a name such as "%s"', (name) => {
    expect(problemOf({ name })).toContain('"name" must be 1 to 40 lower-case letters');
  });

  test('is told of the mistyped setting rather than of the one that is missing for it', () => {
    const { endpoint, ...rest } = least;

    const reading = readAccounts([{ ...rest, endpont: endpoint }], { keys: 'forbidden' });

    expect(reading).toEqual({
      kind: 'unreadable',
      problem: 'Account "main": there is no setting "endpont"; the nearest one is "endpoint".',
    });
  });

  test('is told with the place of an account that has no readable name', () => {
    expect(readAccounts([least, 'second'], { keys: 'forbidden' })).toEqual({
      kind: 'unreadable',
      problem: 'Account number 2: it must be an object with the settings of one account.',
    });
  });

  test('is a name that stands there twice', () => {
    expect(readAccounts([least, least], { keys: 'forbidden' })).toEqual({
      kind: 'unreadable',
      problem: 'Two accounts are named "main": give one of them another "name".',
    });
  });

  test.each([{}, [], null, 'text'])('is a file without a list of accounts: %j', (json) => {
    expect(readAccounts(json, { keys: 'ignored' })).toEqual({
      kind: 'unreadable',
      problem: 'The file must be a JSON array with at least one account in it.',
    });
  });
});

describe('the keys', () => {
  const keys = { accessKey: 'AK-PLANTED', secretKey: 'SK-PLANTED' };

  test('are handed over, by account and apart from its settings, where they are required', () => {
    const reading = readAccounts([{ ...least, ...keys }], { keys: 'required' });

    expect(reading).toEqual({ kind: 'accounts', accounts: [defaults], keys: { main: keys } });
  });

  test('are missed where they are required', () => {
    expect(problemOf({ accessKey: 'AK' }, 'required')).toBe(
      'Account "main": "secretKey" is missing; it must be the provider\'s key for this account.',
    );
  });

  test('are refused in a file that is deployed', () => {
    expect(problemOf(keys)).toBe(
      'Account "main": "accessKey" must not stand in this file; remove it and put it into the account\'s secret in Secrets Manager.',
    );
  });

  test('go nowhere when they are ignored', () => {
    const reading = readAccounts([{ ...least, ...keys }], { keys: 'ignored' });

    expect(reading).toEqual({ kind: 'accounts', accounts: [defaults], keys: {} });
  });

  test.each<KeysRule>(['required', 'forbidden', 'ignored'])('are never shown (%s)', (rule) => {
    const wrong = { ...keys, accessKey: ['AK-PLANTED'], currency: 'NONE' };

    expect(problemOf({ ...wrong, currency: 'USD' }, rule)).not.toContain('PLANTED');
    expect(problemOf(wrong, rule)).not.toContain('PLANTED');
  });
});

describe('the text for the functions', () => {
  const text = fc.string({ minLength: 1, maxLength: 8 }).filter((value) => /^\S+$/u.test(value));
  const amount = fc.oneof(
    fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
    fc.integer({ min: 1, max: 1e9 }).map((cents) => (cents / 100).toFixed(2)),
  );
  const entry = fc.record(
    {
      name: fc.stringMatching(/^[a-z\d-]{1,40}$/u),
      provider: fc.constant('huawei'),
      endpoint: fc.webUrl({ withFragments: false }).map((url) => new URL(url).origin),
      currency: fc.constantFrom('USD', 'CNY', 'EUR', 'JPY'),
      expiryZone: fc.constantFrom('Asia/Shanghai', 'UTC', 'Europe/Berlin'),
      defaultTerm: fc.constantFrom('1 month', '11 months', '3 years', '24 months', 'none', null),
      priceTolerance: fc.record(
        { percent: fc.double({ min: 0, max: 100, noNaN: true }), absolute: amount },
        { requiredKeys: [] },
      ),
      maxJobAmount: amount,
      maxRowAmount: fc.option(amount),
      discount: text,
      iamUser: fc.option(text),
      expirePolicy: fc.option(fc.nat(3)),
      confirmHours: fc.double({ min: 0.001, max: 720, noNaN: true }),
      orderUrl: fc.constantFrom('https://example.com/{order}?x=1', 'none'),
      site: fc.constantFrom('bss.example.com', 'none'),
    },
    { requiredKeys: ['name', 'provider', 'endpoint'] },
  );

  test('gives exactly the same accounts when it is read again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ name }) => name, minLength: 1 }), (file) => {
        const once = readAccounts(file, { keys: 'forbidden' });
        if (once.kind === 'unreadable') throw new Error(once.problem);

        expect(readSettledAccounts(settledAccountsText(once.accounts))).toEqual(once.accounts);
      }),
    );
  });

  test('never has a key in it', () => {
    const account = { ...accountOf({}), accessKey: 'AK', secretKey: 'PLANTED' };

    expect(settledAccountsText([account])).not.toMatch(/AK|PLANTED|Key/u);
  });
});

test('a line break in a name or a setting does not break the sentence', () => {
  expect(problemOf({ name: 'a\nb' })).toContain('Account "a\\nb": "name" must be');
  expect(problemOf({ 'max\nRows': 1 })).toContain('"max\\nRows"; the nearest one is "maxRows"');
});

test('whatever the file holds, it is read or refused in one line, and nothing is thrown', () => {
  const field = fc.constantFrom(...Object.keys(defaults), 'accessKey', 'unknown');
  const setting = fc.oneof(fc.jsonValue(), fc.double(), fc.string());

  fc.assert(
    fc.property(fc.jsonValue(), field, setting, (anything, name, value) => {
      for (const json of [anything, [anything], [{ ...least, [name]: value }]]) {
        const reading = readAccounts(json, { keys: 'ignored' });
        const said = reading.kind === 'unreadable' ? reading.problem : 'It can be read.';
        expect(said).toMatch(/^[^\n]+\.$/u);
      }
    }),
    { numRuns: 300 },
  );
});
