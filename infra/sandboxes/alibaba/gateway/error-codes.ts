/** HTTP status of codes that are not answered with 400 (Alibaba contract, sections 3, 6.5, 6.6). */
const STATUSES: Readonly<Record<string, number>> = {
  InternalError: 500,
  UndefinedError: 500,
  AccountRiskFound: 500,
  ServiceUnavailable: 503,
  'InvalidApi.NotFound': 404,
  'InvalidProduct.NotFound': 404,
  'InvalidAccessKeyId.NotFound': 404,
  'InvalidInstanceId.NotFound': 404,
  'InvalidDBInstanceId.NotFound': 404,
  AccountNotFound: 404,
  Forbidden: 403,
  'Forbidden.RAM': 403,
  'Forbidden.RiskControl': 403,
  'Forbidden.UserVerification': 403,
  ChargeTypeViolation: 403,
  'InvalidChargeType.NotSupported': 403,
  IncorrectInstanceStatus: 403,
  'Instance.UnPaidOrder': 403,
  'OrderStatus.UnPaid': 403,
  LastTokenProcessing: 403,
  InstanceLockedForSecurity: 403,
  'InstanceSpecModification.NotEffective': 403,
};

/** Texts of some codes the sandbox answers by itself. */
const MESSAGES: Readonly<Record<string, string>> = {
  'InvalidApi.NotFound': 'Specified api is not found, please check your url and method.',
  SignatureDoesNotMatch: 'Specified signature does not match our calculation.',
  SignatureNonceUsed: 'Specified signature nonce was used already.',
  'InvalidTimeStamp.Expired': 'Specified time stamp or date value is expired.',
  'InvalidTimeStamp.Format': 'Specified time stamp or date value is not well formatted.',
  'InvalidAccessKeyId.NotFound': 'Specified access key is not found.',
  IdempotentParameterMismatch:
    'The request uses the same client token as a previous one with other parameters.',
  'Idempotence.Processing': 'The previous request with the same client token is in progress.',
  InsufficientBalance: 'Your account does not have enough balance.',
  'Instance.UnPaidOrder': 'The specified instance has an unpaid order.',
  'OrderStatus.UnPaid': 'The specified instance has an unpaid order.',
  ParameterIllegal: 'Parameter illegal.',
  'Throttling.User': 'Request was denied due to user flow control.',
};

/** The documented HTTP status of a code. */
export function statusOf(code: string): number {
  return STATUSES[code] ?? 400;
}

/** A code's text; most of them have one that says no more than the code. */
export function messageOf(code: string): string {
  return MESSAGES[code] ?? `The request cannot be processed: ${code}.`;
}
