import type { ListedError } from './listed-error.ts';

/** Codes about one resource or its order (contract, sections 3, 6.6 and 9, scope I). */
export const RESOURCE_ERRORS: readonly ListedError[] = [
  {
    codes: [
      'Instance.UnPaidOrder',
      'OrderStatus.UnPaid',
      'Order.InstHasUnpaidOrder',
      'Order.InstanceHasUnpaidOrder',
    ],
    like: /unpaid.?order/iu,
    remedy: 'split',
    reason: 'held-by-unpaid-order',
    section: '6.6, 9',
  },
  {
    codes: [
      'SYSTEM.CONCURRENT_OPERATE',
      'LastOrderProcessing',
      'ActionInProcess',
      'InvalidOrderTask.NotSupport',
      'OrderTaskAlreadyExists',
      'OperationBusy',
      'TaskIsBeingProcessed',
      'InvalidStatus.Upgrading',
    ],
    remedy: 'later',
    reason: 'locked-by-operation',
    section: '1.1, 3, 6.6, 9',
  },
  {
    codes: ['QueryRegistryFailed'],
    remedy: 'later',
    reason: 'registry-silent',
    section: '1.1, 9',
  },
  {
    codes: ['InvalidDomainName', 'DomainSuffixUnsupported'],
    remedy: 'split',
    reason: 'domain-not-supported',
    section: '1.1, 9',
  },
  {
    codes: [
      'ResourceNotExists',
      'DomainNotExist',
      'ProductInstanceReleased',
      'InvalidInstanceId.NotFound',
    ],
    like: /\.NotFound$/u,
    remedy: 'split',
    reason: 'resource-gone',
    section: '3, 6.6, 9',
  },
  {
    codes: ['InstanceLockedForSecurity', 'OperationDenied.LockMode'],
    remedy: 'split',
    reason: 'locked-for-security',
    section: '3, 9',
  },
  {
    codes: [
      'ResourceStatusError',
      'IncorrectInstanceStatus',
      'INSTANCE_HAS_INACTIVE_CHANGE',
      'InstanceSpecModification.NotEffective',
      'Order.ComboInstanceNotAllowOperate',
      'OperationDenied',
    ],
    like: /^OperationDenied\b/u,
    remedy: 'split',
    reason: 'state-forbids-renewal',
    section: '3, 6.6, 9',
  },
  {
    codes: ['ChargeTypeViolation', 'InvalidChargeType.NotSupported'],
    remedy: 'split',
    reason: 'not-a-subscription',
    section: '3, 9',
  },
  {
    codes: ['Order.PeriodInvalid'],
    like: /^InvalidPeriod/u,
    remedy: 'split',
    reason: 'term-not-offered',
    section: '3, 6.6, 9',
  },
  {
    codes: ['RegionDissolvedEOM'],
    like: /^RegionEndTimeDissolved/u,
    remedy: 'split',
    reason: 'region-closing',
    section: '6.6, 9',
  },
  {
    codes: [
      'PAY.COUPON_NOT_EXIST',
      'PAY.COUPON_NOT_MEET_CONSUMPTION_RULE',
      'InvalidDiscountCoupon.Malformed',
    ],
    remedy: 'split',
    reason: 'coupon-refused',
    section: '6.6, 9',
  },
  {
    codes: ['InvalidOwner'],
    remedy: 'split',
    reason: 'belongs-to-another-account',
    section: '2.1, 9',
  },
];

/** Codes of a request that is wrong in itself (contract, section 9, scope R); last, for they fit much. */
export const REQUEST_ERROR: ListedError = {
  codes: [
    'ParameterIllegal',
    'MissingParameter',
    'InvalidParameter',
    'InvalidClientToken.ValueNotSupported',
    'InvalidModuleCode',
    'InvalidConfigCode',
  ],
  like: /^(?:Invalid|Missing)/u,
  remedy: 'split',
  reason: 'values-rejected',
  section: '1.1, 2.1, 6.5, 9',
};
