import { describe, expect, it } from 'vitest';
import { expectPlainWords } from '../../says-plainly.ts';
import { REMEDIES, type Remedy } from '../../../../../shared/renewal/answer.ts';
import { APIS, type Api } from '../../../../../shared/providers/huawei/api.ts';
import { ACCOUNT_ERRORS } from '../../../../../shared/providers/huawei/errors/account-errors.ts';
import {
  isKeyRefusal,
  isLock,
  isThrottle,
  isUnclear,
  listedError,
  named,
  refusalOf,
} from '../../../../../shared/providers/huawei/errors/error-table.ts';
import {
  CALL_REJECTED,
  ORDER_ERRORS,
} from '../../../../../shared/providers/huawei/errors/order-errors.ts';
import { RESOURCE_ERRORS } from '../../../../../shared/providers/huawei/errors/resource-errors.ts';
import { say } from '../../../../../shared/reasons/say.ts';

/** Every code of section 12 of the Huawei contract, and of sections 1.2, 3, 4, 5 and 6, by the call it answers. */
const EXPECTED: readonly (readonly [Api, string, Remedy])[] = [
  ['renew', 'CBC.0100', 'split'],
  ['renew', 'CBC.0101', 'split'],
  ['renew', 'CBC.0151', 'suspend'],
  ['renew', 'CBC.0155', 'suspend'],
  ['renew', 'CBC.0154', 'suspend'],
  ['renew', 'CBC.0156', 'suspend'],
  ['renew', 'CBC.0250', 'wait'],
  ['renew', 'APIG.0308', 'wait'],
  ['renew', 'APIGW.0308', 'wait'],
  ['pay', 'CBC.99008040', 'later'],
  ['renew', 'APIGW.0301', 'suspend'],
  ['renew', 'APIGW.0303', 'suspend'],
  ['renew', 'APIGW.0302', 'suspend'],
  ['pay', 'APIGW.0304', 'suspend'],
  ['query', 'APIGW.0305', 'suspend'],
  ['cancel', 'APIGW.0306', 'suspend'],
  ['price', 'APIGW.0307', 'suspend'],
  ['renew', 'APIGW.0101', 'suspend'],
  ['renew', 'CBC.7281', 'suspend'],
  ['renew', 'CBC.30050006', 'suspend'],
  ['pay', 'CBC.99005003', 'suspend'],
  ['pay', 'CBC.99003155', 'hold project'],
  ['pay', 'CBC.99003198', 'hold project'],
  ['pay', 'CBC.99008056', 'suspend'],
  ['pay', 'CBC.30060005', 'suspend'],
  ['renew', 'CBC.99003016', 'split'],
  ['renew', 'CBC.99003100', 'split'],
  ['renew', 'CBC.99003144', 'later'],
  ['renew', 'CBC.99003634', 'split'],
  ['renew', 'CBC.30010036', 'split'],
  ['price', 'CBC.30050007', 'row'],
  ['renew', 'CBC.30010069', 'split'],
  ['price', 'CBC.30050008', 'row'],
  ['renew', 'CBC.99000092', 'split'],
  ['renew', 'CBC.99003154', 'split'],
  ['renew', 'CBC.99003002', 'later'],
  ['renew', 'CBC.99003004', 'split'],
  ['renew', 'CBC.99003005', 'later'],
  ['renew', 'CBC.99003006', 'split'],
  ['renew', 'CBC.99003638', 'split'],
  ['price', 'CBC.30050013', 'row'],
  ['renew', 'CBC.99003631', 'split'],
  ['renew', 'CBC.99003124', 'split'],
  ['price', 'CBC.30050009', 'row'],
  ['price', 'CBC.30050010', 'row'],
  ['price', 'CBC.30050011', 'later'],
  ['price', 'CBC.30050012', 'split'],
  ['price', 'CBC.99006006', 'split'],
  ['price', 'CBC.99006016', 'split'],
  ['price', 'CBC.99006017', 'split'],
  ['price', 'CBC.99006024', 'split'],
  ['price', 'CBC.99006050', 'split'],
  ['price', 'CBC.99006055', 'split'],
  ['price', 'CBC.99006066', 'split'],
  ['price', 'CBC.99006073', 'split'],
  ['price', 'CBC.99006999', 'split'],
  // Of pay it is about the order's terms; of the price call it is one more price that is none.
  ['price', 'CBC.99006093', 'split'],
  ['pay', 'CBC.30000010', 'read order'],
  ['details', 'CBC.30000010', 'read order'],
  ['pay', 'CBC.99003106', 'read order'],
  ['pay', 'CBC.99000088', 'read order'],
  ['pay', 'CBC.99003110', 'read order'],
  ['pay', 'CBC.99003108', 'refuse discount'],
  ['pay', 'CBC.99003112', 'refuse discount'],
  ['pay', 'CBC.99003116', 'refuse discount'],
  ['pay', 'CBC.99003117', 'refuse discount'],
  ['pay', 'CBC.99003147', 'refuse discount'],
  ['pay', 'CBC.99003156', 'refuse discount'],
  ['pay', 'CBC.99003141', 'drop order'],
  ['pay', 'CBC.99003162', 'drop order'],
  ['pay', 'CBC.99006093', 'drop order'],
  ['pay', 'CBC.99000089', 'read order'],
  ['cancel', 'CBC.99000089', 'read order'],
  ['cancel', 'CBC.99005010', 'read order'],
  ['balance', 'CBC.99000049', 'suspend'],
  ['pay', 'CBC.0100', 'suspend'],
  ['cancel', 'CBC.0100', 'suspend'],
  ['orders', 'CBC.0100', 'suspend'],
  ['orders', 'CBC.0101', 'suspend'],
  ['details', 'CBC.0101', 'suspend'],
  ['balance', 'CBC.0100', 'suspend'],
];

const ALL = [...ACCOUNT_ERRORS, ...RESOURCE_ERRORS, ...ORDER_ERRORS, ...CALL_REJECTED];
const asIs = (text: string): string => text;

describe('the error table', () => {
  it.each(EXPECTED)('%s answered with %s asks for: %s', (api, code, remedy) => {
    expect(listedError(api, code)).not.toBeNull();
    expect(refusalOf(api, code, 'text', asIs)).toMatchObject({ code, message: 'text', remedy });
  });

  it('holds no code that the contract does not explain', () => {
    const explained = new Set([...EXPECTED.map(([, code]) => code), 'CBC.99007197']);
    const codes = ALL.flatMap((error) => error.codes);
    expect(codes.filter((code) => !explained.has(code))).toEqual([]);
  });

  it('lists each code once', () => {
    const codes = [...ACCOUNT_ERRORS, ...RESOURCE_ERRORS, ...ORDER_ERRORS].flatMap(
      (error) => error.codes,
    );
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(ALL.map((error) => [error.codes.join(', '), error] as const))(
    'says one plain sentence as the reason of %s, and advice, in both languages',
    (_, error) => {
      expectPlainWords(error.reason, /CBC|API|HTTP|JSON/u);
      expect(error.section).not.toBe('');
    },
  );

  it('keeps the codes that leave the outcome open out of the table', () => {
    for (const code of ['CBC.0999', 'APIGW.0201', 'APIG.0201']) {
      expect(isUnclear(code)).toBe(true);
      expect(listedError('renew', code)).toBeNull();
    }
  });

  it('counts only what the gateway turned away as throttling, in both spellings', () => {
    expect(['APIG.0308', 'APIGW.0308', 'CBC.0250'].every(isThrottle)).toBe(true);
    expect(isThrottle('CBC.99008040')).toBe(false);
    expect(isThrottle('CBC.99007197')).toBe(false);
  });

  it('knows the codes of a resource that an unpaid order holds', () => {
    expect(isLock('CBC.30050010')).toBe(true);
    expect(isLock('CBC.99003100')).toBe(true);
    expect(isLock('CBC.30050011')).toBe(false);
  });

  it('shows an unknown code with its text', () => {
    const withText = refusalOf('renew', 'CBC.12345', 'Something new', asIs);
    const without = refusalOf('renew', 'CBC.12345', '', asIs);

    expect(withText.remedy).toBe('unlisted');
    expect(say(withText.reason, 'en').reason).toBe(
      'Huawei Cloud answered with an unexpected code (CBC.12345: Something new).',
    );
    expect(say(without.reason, 'en').reason).toMatch(/code \(CBC\.12345\)\.$/u);
  });

  it('gives each call only remedies that make sense for it', () => {
    const resources: readonly Remedy[] = ['split', 'row'];
    const orders: readonly Remedy[] = [
      'read order',
      'refuse discount',
      'drop order',
      'hold project',
    ];
    for (const api of Object.keys(APIS) as Api[]) {
      const senseless = ['query', 'price', 'renew'].includes(api) ? orders : resources;
      for (const code of ALL.flatMap((error) => error.codes)) {
        const { remedy } = refusalOf(api, code, '', asIs);
        expect(REMEDIES).toContain(remedy);
        expect(senseless).not.toContain(remedy);
      }
    }
  });

  it('gives up a resource that is named where many would be split', () => {
    const refusal = refusalOf('renew', 'CBC.99003016', '', asIs);
    expect(refusal.remedy).toBe('split');
    expect(named(refusal).remedy).toBe('row');
    expect(named(refusalOf('renew', 'CBC.7281', '', asIs)).remedy).toBe('suspend');
  });
});

function remedyOf(api: Api, code: string, status: number | null = null): Remedy {
  return refusalOf(api, code, '', asIs, status).remedy;
}

describe('a refusal of the caller', () => {
  it.each(['APIGW.0300', 'APIG.0309', 'APIGW.0310', 'APIGW.0399'])(
    'is every code of the gateway like %s, in no table and under whatever status',
    (code) => {
      for (const api of ['query', 'price', 'renew', 'pay', 'cancel', 'balance'] as const) {
        expect(remedyOf(api, code)).toBe('suspend');
        expect(isKeyRefusal(code)).toBe(true);
      }
    },
  );

  it.each([401, 403])('is every code in no table under status %d', (status) => {
    for (const api of ['query', 'price', 'renew', 'pay', 'cancel', 'balance'] as const) {
      expect(remedyOf(api, 'CBC.77777', status)).toBe('suspend');
    }
    expect(say(refusalOf('renew', 'CBC.77777', 'no', asIs, status).reason, 'en').reason).toBe(
      'Huawei Cloud refuses this account or its key as a whole: CBC.77777: no.',
    );
  });

  it.each([
    ['renew', 'CBC.99003016', 'split'],
    ['price', 'CBC.30050009', 'row'],
    ['renew', 'CBC.99003144', 'later'],
    ['pay', 'CBC.99003106', 'read order'],
    ['pay', 'CBC.99003108', 'refuse discount'],
  ] as const)('is not what a table says is about something else: %s, %s', (api, code, remedy) => {
    expect(remedyOf(api, code, 403)).toBe(remedy);
  });

  it('is a code under 403 whose remedy makes no sense there', () => {
    expect(remedyOf('renew', 'CBC.99003106', 403)).toBe('suspend');
    expect(remedyOf('renew', 'CBC.99003106', 400)).toBe('unlisted');
  });

  it.each(['APIG.0308', 'CBC.0250', 'APIGW.0101', 'APIGW.0201', 'CBC.0303'])(
    'is not %s: the key may go on',
    (code) => {
      expect(isKeyRefusal(code)).toBe(false);
    },
  );
});
