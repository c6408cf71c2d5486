import { describe, expect, it } from 'vitest';
import { expectPlainWords } from '../../says-plainly.ts';
import type { Remedy } from '../../../../../shared/renewal/answer.ts';
import { isHeld } from '../../../../../shared/renewal/rules/single-refusal.ts';
import type { Api } from '../../../../../shared/providers/alibaba/api.ts';
import { ACCOUNT_ERRORS } from '../../../../../shared/providers/alibaba/errors/account-errors.ts';
import {
  isThrottle,
  isUnclear,
  listedError,
  named,
  refusalOf,
} from '../../../../../shared/providers/alibaba/errors/error-table.ts';
import {
  REQUEST_ERROR,
  RESOURCE_ERRORS,
} from '../../../../../shared/providers/alibaba/errors/resource-errors.ts';

/** Codes of the Alibaba contract, sections 1.1, 2.1, 2.6, 3, 6.5, 6.6 and 9, by what they ask for. */
const EXPECTED: readonly (readonly [Remedy, string, readonly string[]])[] = [
  ['wait', 'alibaba-too-many-requests', ['Throttling', 'Throttling.User', 'Rejected.Throttling']],
  [
    'suspend',
    'alibaba-key-refused',
    [
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'InvalidAccessKeyId.NotFound',
      'InvalidAccessKeyId.Inactive',
      'InvalidSignatureMethod',
    ],
  ],
  ['suspend', 'alibaba-signing-time', ['InvalidTimeStamp.Format', 'InvalidTimeStamp.Expired']],
  [
    'suspend',
    'alibaba-no-permission',
    ['Forbidden', 'Forbidden.RAM', 'NotAuthorized', 'NoPermission', 'Forbidden.Anything'],
  ],
  ['suspend', 'alibaba-other-site', ['NotApplicable', 'AuthSiteFail']],
  [
    'suspend',
    'alibaba-orders-blocked',
    [
      'Forbidden.RiskControl',
      'AccountAbnormal',
      'AccountRiskFound',
      'Risk.RiskControlRejection',
      'AccountNotExist',
      'AccountNotFound',
    ],
  ],
  [
    'suspend',
    'alibaba-profile-incomplete',
    [
      'IncompleteAccountInfo',
      'IncompleteTaxInfo',
      'BasicInfoUncompleted',
      'Forbidden.UserVerification',
      'Order.NoRealNameAuthentication',
    ],
  ],
  [
    'suspend',
    'no-means-of-payment',
    [
      'InsuffcientBalanceOrBankAccount',
      'InvalidPaymentMethod.InsufficientBalance',
      'InvalidPaymentMethod.Missing',
      'InvalidPaymentMethod.Other',
      'noAvailablePaymentMethod',
      'Pay.InsufficientBalance',
      'PAY.INSUFFICIENT_BALANCE',
      'Pay.LowFunds',
      'Pay.ChargeChannelNotFound',
      'Pay.NoCreditCard',
      'pay.noCreditCard',
      'PAY.INVALID_CREDIT_CARD',
      'PAY.PAY_ORDER_FAILED',
      'PAY.USER_DECLINED',
      'PAY.AMOUNT_LIMIT_EXCEEDED',
      'AmountExceedLimit',
      'InsufficientBalance',
      'AccountMoneyValidate.error',
      'AccountMoneyValidateError',
      'ACCOUNT_BALANCE_EXCEEDED',
      'InsufficientAvailableQuota',
      'Any.insufficient_balance',
    ],
  ],
  [
    'suspend',
    'alibaba-reseller-limit',
    ['InsufficientQuota.NoEnough', 'ContainForbiddenLabel.error', 'ContainForbiddenLabelError'],
  ],
  ['suspend', 'alibaba-overdue-bills', ['Order.InstHasUnsettledBills']],
  [
    'suspend',
    'alibaba-not-known-there',
    [
      'InvalidApi.NotFound',
      'InvalidProduct.NotFound',
      'InvalidProtocol.NeedSsl',
      'NoSuchVersion',
      'UnsupportedOperation',
      'UnsupportedHTTPMethod',
    ],
  ],
  [
    'split',
    'held-by-unpaid-order',
    [
      'Instance.UnPaidOrder',
      'OrderStatus.UnPaid',
      'Order.InstHasUnpaidOrder',
      'Order.InstanceHasUnpaidOrder',
      'Some.Unpaid_Order',
    ],
  ],
  [
    'later',
    'locked-by-operation',
    [
      'SYSTEM.CONCURRENT_OPERATE',
      'LastOrderProcessing',
      'ActionInProcess',
      'InvalidOrderTask.NotSupport',
      'OrderTaskAlreadyExists',
      'OperationBusy',
      'TaskIsBeingProcessed',
      'InvalidStatus.Upgrading',
    ],
  ],
  ['later', 'registry-silent', ['QueryRegistryFailed']],
  ['split', 'domain-not-supported', ['InvalidDomainName', 'DomainSuffixUnsupported']],
  [
    'split',
    'resource-gone',
    [
      'ResourceNotExists',
      'DomainNotExist',
      'ProductInstanceReleased',
      'InvalidInstanceId.NotFound',
      'InvalidDBInstanceId.NotFound',
    ],
  ],
  [
    'split',
    'state-forbids-renewal',
    [
      'ResourceStatusError',
      'IncorrectInstanceStatus',
      'INSTANCE_HAS_INACTIVE_CHANGE',
      'InstanceSpecModification.NotEffective',
      'Order.ComboInstanceNotAllowOperate',
      'OperationDenied',
      'OperationDenied.Other',
    ],
  ],
  ['split', 'locked-for-security', ['InstanceLockedForSecurity', 'OperationDenied.LockMode']],
  ['split', 'not-a-subscription', ['ChargeTypeViolation', 'InvalidChargeType.NotSupported']],
  [
    'split',
    'term-not-offered',
    [
      'InvalidPeriod',
      'InvalidPeriod.ExceededMaximumExpirationDate',
      'InvalidPeriodUnit.ValueNotSupported',
      'Order.PeriodInvalid',
    ],
  ],
  ['split', 'region-closing', ['RegionDissolvedEOM', 'RegionEndTimeDissolvedAfter']],
  [
    'split',
    'coupon-refused',
    [
      'PAY.COUPON_NOT_EXIST',
      'PAY.COUPON_NOT_MEET_CONSUMPTION_RULE',
      'InvalidDiscountCoupon.Malformed',
    ],
  ],
  ['split', 'belongs-to-another-account', ['InvalidOwner']],
  [
    'split',
    'values-rejected',
    [
      'ParameterIllegal',
      'MissingParameter',
      'MissingTaskDetailNo',
      'InvalidParameter',
      'InvalidClientToken.ValueNotSupported',
      'InvalidModuleCode',
      'InvalidConfigCode',
    ],
  ],
];

const FLAT = EXPECTED.flatMap(([remedy, id, codes]) =>
  codes.map((code) => [code, remedy, id] as const),
);
const ALL = [...ACCOUNT_ERRORS, ...RESOURCE_ERRORS, REQUEST_ERROR];
const asIs = (text: string): string => text;

describe('the error table', () => {
  it.each(FLAT)('of a renewal answered with %s asks for: %s, %s', (code, remedy, id) => {
    const refusal = refusalOf('renewEcs', code, 'text', asIs);

    expect(refusal).toMatchObject({ code, message: 'text', remedy, reason: { id } });
    expect(isHeld(refusal)).toBe(id === 'held-by-unpaid-order');
    expect(isUnclear('renewEcs', code, 400)).toBe(false);
    expect(isUnclear('renewEcs', code, 500)).toBe(false);
  });

  it('holds no code that is not tried here, and each once', () => {
    const tried = new Set(FLAT.map(([code]) => code));
    const codes = ALL.flatMap((error) => error.codes);

    expect(codes.filter((code) => !tried.has(code))).toEqual([
      'InvalidPaymentMethod.Incomplete',
      'InvalidPaymentMethod.NoAccess',
    ]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('lists nothing that is in no group', () => {
    for (const code of ['Whatever', 'Notthrottling', 'Order.Weird', 'ForbiddenX']) {
      expect(listedError(code)).toBeNull();
      expect(isThrottle(code)).toBe(false);
    }
  });

  it.each<[Api, string, Remedy, string]>([
    ['instances', 'InvalidParameter', 'suspend', 'alibaba-request-rejected'],
    ['orders', 'MissingProductCode', 'suspend', 'alibaba-request-rejected'],
    ['instances', 'ResourceNotExists', 'unlisted', 'resource-gone'],
    ['cancel', 'ResourceStatusError', 'read order', 'state-forbids-renewal'],
    ['order', 'InvalidParameter', 'read order', 'values-rejected'],
    ['cancel', 'Forbidden.RAM', 'suspend', 'alibaba-no-permission'],
    ['balance', 'Whatever', 'unlisted', 'alibaba-unexpected-code'],
  ])('of %s answered with %s asks for: %s', (api, code, remedy, id) => {
    expect(refusalOf(api, code, '', asIs)).toMatchObject({ remedy, reason: { id } });
  });

  it.each([401, 403])('takes an unlisted code under %s for the caller', (status) => {
    expect(refusalOf('balance', 'Whatever', 'no', asIs, status)).toMatchObject({
      remedy: 'suspend',
      reason: { id: 'alibaba-caller-refused', values: { said: 'Whatever: no' } },
    });
  });

  it('gives the one resource up that was named', () => {
    const refusal = refusalOf('priceEcs', 'InvalidOwner', '', asIs);

    expect(named(refusal).remedy).toBe('row');
    expect(named({ ...refusal, remedy: 'later' }).remedy).toBe('later');
  });

  it.each(ALL.map((error) => [error.reason, error] as const))(
    'says one plain sentence for %s, and advice, in both languages',
    (_, error) => {
      expectPlainWords(error.reason, /API|HTTP|JSON|Huawei/u);
      expect(error.section).not.toBe('');
    },
  );
});
