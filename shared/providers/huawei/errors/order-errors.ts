import type { ListedError } from './listed-error.ts';

/** Codes about one order, of pay, cancel and the order queries (contract, sections 4, 5 and 12). */
export const ORDER_ERRORS: readonly ListedError[] = [
  {
    codes: ['CBC.30000010'],
    remedy: 'read order',
    reason: 'order-not-found',
    section: '4, 5.2, 12',
  },
  {
    codes: ['CBC.99003106'],
    remedy: 'read order',
    reason: 'order-paid-or-cancelled',
    section: '4, 12',
  },
  {
    codes: ['CBC.99000088'],
    remedy: 'read order',
    reason: 'payment-in-progress',
    section: '4, 12',
  },
  {
    codes: ['CBC.99003110'],
    remedy: 'read order',
    reason: 'order-expired',
    section: '4, 12',
  },
  {
    codes: ['CBC.99000089'],
    remedy: 'read order',
    reason: 'combined-order',
    section: '4, 5.3, 12',
  },
  {
    codes: ['CBC.99005010'],
    remedy: 'read order',
    reason: 'too-late-to-cancel',
    section: '5.3, 12',
  },
  {
    codes: [
      'CBC.99003108',
      'CBC.99003112',
      'CBC.99003116',
      'CBC.99003117',
      'CBC.99003147',
      'CBC.99003156',
    ],
    remedy: 'refuse discount',
    reason: 'discount-not-usable',
    section: '4, 12',
  },
  {
    codes: ['CBC.99003141', 'CBC.99003162', 'CBC.99006093'],
    remedy: 'drop order',
    reason: 'terms-changed',
    section: '4, 12',
  },
  {
    codes: ['CBC.99003155', 'CBC.99003198'],
    remedy: 'hold project',
    reason: 'project-budget-used-up',
    section: '4, 12',
  },
  {
    codes: ['CBC.99008040'],
    remedy: 'later',
    reason: 'too-many-operations',
    section: '4, 12',
  },
];

/** Parameter errors of calls that name an order or nothing: no resource can be blamed (section 4). */
export const CALL_REJECTED: readonly ListedError[] = [
  {
    codes: ['CBC.0100', 'CBC.0101'],
    remedy: 'suspend',
    reason: 'request-rejected',
    section: '4, 5, 6',
  },
];
