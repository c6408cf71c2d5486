/** What the sheet must say about a code: a piece of its reason or advice, from the contract. */
export type CodeCase = readonly [code: string, says: string];

/** Refusals of renew that name no resource (Huawei contract, sections 1.2 and 12). */
export const RENEW_REFUSES_A_ROW: readonly CodeCase[] = [
  ['CBC.0100', 'Check the resource ID and the renewal term'],
  ['CBC.0101', 'Check the resource ID and the renewal term'],
  ['CBC.30010036', 'Renew its main resource instead'],
  ['CBC.30010069', 'not offered for the product'],
  ['CBC.99000092', 'term was refused for this product'],
  ['CBC.99003002', 'locked by another operation'],
  ['CBC.99003004', 'Other resources depend on this one'],
  ['CBC.99003005', 'still being provisioned'],
  ['CBC.99003006', 'cannot be renewed this way'],
  ['CBC.99003016', 'expired and been deleted, or does not exist'],
  ['CBC.99003100', 'unpaid order already holds this resource'],
  ['CBC.99003124', 'has been unsubscribed'],
  ['CBC.99003144', 'Another order on this resource is in progress'],
  ['CBC.99003154', 'exceed its maximum duration'],
  ['CBC.99003631', 'cannot be renewed this way'],
  ['CBC.99003634', 'Renew the whole package together'],
  ['CBC.99003638', 'cannot be renewed this way'],
  ['CBC.77777777', 'unexpected code (CBC.77777777'],
];

/** Refusals of the price call for a resource it names (sections 3 and 12). */
export const PRICE_REFUSES_A_ROW: readonly CodeCase[] = [
  ['CBC.30050007', 'Renew its main resource instead'],
  ['CBC.30050008', 'not offered for the product'],
  ['CBC.30050009', 'expired and been deleted, or does not exist'],
  ['CBC.30050010', 'unpaid order already holds this resource'],
  ['CBC.30050011', 'being unsubscribed or changed'],
  ['CBC.30050013', 'This product cannot be renewed'],
  ['CBC.99006006', 'could not calculate the price'],
  ['CBC.99006016', 'could not calculate the price'],
  ['CBC.99006017', 'could not calculate the price'],
  ['CBC.99006024', 'could not calculate the price'],
  ['CBC.99006050', 'could not calculate the price'],
  ['CBC.99006055', 'could not calculate the price'],
  ['CBC.99006066', 'could not calculate the price'],
  ['CBC.99006073', 'could not calculate the price'],
  ['CBC.99006999', 'could not calculate the price'],
  ['CBC.77777777', 'unexpected code (CBC.77777777'],
];

/** Refusals of a whole price call, gone when the ids are asked for one by one. */
export const PRICE_REFUSES_A_CALL = ['CBC.0100', 'CBC.30050012', 'CBC.99006050'] as const;

/** Refusals of pay after which the order is cancelled (sections 4 and 12). */
export const PAY_ENDS_AN_ORDER: readonly (readonly [
  ...CodeCase,
  outcome: 'held: price changed' | 'not renewable',
])[] = [
  ['CBC.99003108', 'discount', 'held: price changed'],
  ['CBC.99003112', 'discount', 'held: price changed'],
  ['CBC.99003116', 'discount', 'held: price changed'],
  ['CBC.99003117', 'discount', 'held: price changed'],
  ['CBC.99003147', 'discount', 'held: price changed'],
  ['CBC.99003156', 'discount', 'held: price changed'],
  ['CBC.99003141', 'terms changed', 'not renewable'],
  ['CBC.99003162', 'terms changed', 'not renewable'],
  ['CBC.99006093', 'terms changed', 'not renewable'],
  ['CBC.99003155', 'budget', 'not renewable'],
  ['CBC.99003198', 'budget', 'not renewable'],
];

/** Refusals of pay that the order's own state explains: it is read, never paid blindly. */
export const PAY_ASKS_TO_READ = [
  'CBC.30000010',
  'CBC.99000088',
  'CBC.99000089',
  'CBC.99003106',
  'CBC.99003110',
] as const;

/** Refusals of cancel after which the order is read (sections 5.3 and 12). */
export const CANCEL_ASKS_TO_READ = ['CBC.99005010', 'CBC.99000089', 'CBC.30000010'] as const;

/** Refusals of the whole account (section 12, scope A): what the suspended job must say. */
export const ACCOUNT_REFUSED: readonly CodeCase[] = [
  ['CBC.0151', 'lacks permission'],
  ['CBC.0155', 'lacks permission'],
  ['CBC.0154', 'Renew the credentials'],
  ['CBC.0156', 'another Huawei Cloud site'],
  ['APIGW.0301', 'access key'],
  ['APIG.0301', 'access key'],
  ['APIGW.0303', 'signature time or credentials'],
  ['APIGW.0302', 'does not allow this user'],
  ['APIGW.0304', 'application or this network address'],
  ['APIGW.0305', 'application or this network address'],
  ['APIG.0305', 'application or this network address'],
  ['APIGW.0306', 'the interface that was called'],
  ['APIGW.0307', 'in arrears'],
  // In no table, but the gateway's own for refusing the caller.
  ['APIGW.0399', 'as a whole'],
  ['APIGW.0101', 'service address'],
  ['CBC.7281', 'frozen'],
  ['CBC.30050006', 'unpaid order may remain'],
  ['CBC.99005003', 'Top up'],
  ['CBC.30060005', 'Top up'],
  ['CBC.99008056', 'daily transaction limit'],
];

/** Parameter errors of a call that names no resource. */
export const CALL_REJECTED_AT_PAY = ['CBC.0100', 'CBC.0101'] as const;

/** Turned away before anything was done, or too often: made again (sections 4, 9 and 12). */
export const MADE_AGAIN = [
  'CBC.0250',
  'APIG.0308',
  'APIGW.0308',
  'CBC.99007197',
  'CBC.99008040',
] as const;

/** Codes that leave open what happened (sections 9 and 12). */
export const UNCLEAR = ['CBC.0999', 'APIGW.0201', 'APIG.0201'] as const;

/** The balance belongs to a reseller (section 6): no reason to stop. */
export const NO_OWN_BALANCE = 'CBC.99000049';
