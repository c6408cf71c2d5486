import type { ListedError } from './listed-error.ts';

/** Codes about resources of a renew call, none of which names the id (contract, sections 1.2 and 12). */
const UNNAMED: readonly ListedError[] = [
  {
    codes: ['CBC.0100', 'CBC.0101'],
    remedy: 'split',
    reason: 'call-rejected',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003016'],
    remedy: 'split',
    reason: 'resource-gone',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003100'],
    remedy: 'split',
    reason: 'held-by-unpaid-order',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003144'],
    remedy: 'later',
    reason: 'other-order-in-progress',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003634'],
    remedy: 'split',
    reason: 'part-of-package',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.30010036'],
    remedy: 'split',
    reason: 'attached-resource',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.30010069'],
    remedy: 'split',
    reason: 'term-not-offered',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99000092'],
    remedy: 'split',
    reason: 'term-refused',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003154'],
    remedy: 'split',
    reason: 'beyond-longest-duration',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003002'],
    remedy: 'later',
    reason: 'locked-by-operation',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003004'],
    remedy: 'split',
    reason: 'others-depend-on-it',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003005'],
    remedy: 'later',
    reason: 'still-provisioned',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003006', 'CBC.99003638', 'CBC.99003631'],
    remedy: 'split',
    reason: 'not-renewable-this-way',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99003124'],
    remedy: 'split',
    reason: 'unsubscribed',
    section: '1.2, 12',
  },
];

/** Codes of the price call (contract, section 3): most are given for a named resource. */
const PRICES: readonly ListedError[] = [
  {
    codes: ['CBC.30050007'],
    remedy: 'row',
    reason: 'attached-resource',
    section: '3, 12',
  },
  {
    codes: ['CBC.30050008'],
    remedy: 'row',
    reason: 'term-not-offered',
    section: '3, 12',
  },
  {
    codes: ['CBC.30050009'],
    remedy: 'row',
    reason: 'resource-gone',
    section: '3, 12',
  },
  {
    codes: ['CBC.30050010'],
    remedy: 'row',
    reason: 'held-by-unpaid-order',
    section: '3, 12',
  },
  {
    codes: ['CBC.30050011'],
    remedy: 'later',
    reason: 'being-changed',
    section: '3, 12',
  },
  {
    codes: ['CBC.30050012'],
    remedy: 'split',
    reason: 'asked-for-twice',
    section: '3, 12',
  },
  {
    codes: ['CBC.30050013'],
    remedy: 'row',
    reason: 'never-renewable',
    section: '3, 12',
  },
  {
    codes: [
      'CBC.99006006',
      'CBC.99006016',
      'CBC.99006017',
      'CBC.99006024',
      'CBC.99006050',
      'CBC.99006055',
      'CBC.99006066',
      'CBC.99006073',
    ],
    remedy: 'split',
    reason: 'price-not-calculated',
    section: '3, 12',
  },
];

/** Codes about the resources of a call. */
export const RESOURCE_ERRORS: readonly ListedError[] = [...UNNAMED, ...PRICES];
