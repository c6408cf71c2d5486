import type { ListedError } from './listed-error.ts';

/** Codes about the whole account, its keys or its money: the job is suspended (contract, section 12, scope A). */
export const ACCOUNT_ERRORS: readonly ListedError[] = [
  {
    codes: ['CBC.0151', 'CBC.0155'],
    remedy: 'suspend',
    reason: 'access-denied',
    section: '1.2, 5, 12',
  },
  {
    codes: ['CBC.0154'],
    remedy: 'suspend',
    reason: 'login-expired',
    section: '3, 12',
  },
  {
    codes: ['CBC.0156'],
    remedy: 'suspend',
    reason: 'other-site',
    section: '0, 12',
  },
  {
    codes: ['APIGW.0301'],
    remedy: 'suspend',
    reason: 'key-refused',
    section: '8.2, 12',
  },
  {
    codes: ['APIGW.0303'],
    remedy: 'suspend',
    reason: 'signature-time-refused',
    section: '8.2, 12',
  },
  {
    codes: ['APIGW.0302'],
    remedy: 'suspend',
    reason: 'user-not-allowed',
    section: '12',
  },
  {
    codes: ['APIGW.0304', 'APIGW.0305'],
    remedy: 'suspend',
    reason: 'caller-not-allowed',
    section: '12',
  },
  {
    codes: ['APIGW.0306'],
    remedy: 'suspend',
    reason: 'interface-not-allowed',
    section: '12',
  },
  {
    codes: ['APIGW.0307'],
    remedy: 'suspend',
    reason: 'token-not-accepted',
    section: '12',
  },
  {
    codes: ['APIGW.0101'],
    remedy: 'suspend',
    reason: 'address-unknown',
    section: '8.2, 12',
  },
  {
    codes: ['CBC.7281'],
    remedy: 'suspend',
    reason: 'account-frozen',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.30050006'],
    remedy: 'suspend',
    reason: 'automatic-payment-failed',
    section: '1.2, 12',
  },
  {
    codes: ['CBC.99005003', 'CBC.30060005'],
    remedy: 'suspend',
    reason: 'short-balance',
    section: '4, 12',
  },
  {
    codes: ['CBC.99008056'],
    remedy: 'suspend',
    reason: 'daily-limit-reached',
    section: '4, 12',
  },
  {
    codes: ['CBC.99000049'],
    remedy: 'suspend',
    reason: 'reseller-balance',
    section: '6, 12',
  },
  {
    codes: ['CBC.0250', 'APIGW.0308', 'CBC.99007197'],
    remedy: 'wait',
    reason: 'too-many-requests',
    section: '9, 12',
  },
];
