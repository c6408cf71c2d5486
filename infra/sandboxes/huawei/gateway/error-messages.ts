/** Texts of the codes the sandbox answers by itself (Huawei contract, sections 1 to 9). */
const MESSAGES: Readonly<Record<string, string>> = {
  'CBC.0100': 'Parameter error.',
  'CBC.0151': 'Access denied.',
  'CBC.0250': 'Message flow control.',
  'CBC.0999': 'Other errors.',
  'CBC.7281': 'The account is frozen; renewal and unsubscription are not allowed.',
  'CBC.30000010': 'Invalid order. The order may not exist.',
  'CBC.30010036': 'The resource is not a primary resource.',
  'CBC.30010069': 'The renewal period is not offered for the product.',
  'CBC.30050006': 'Automatic payment failed.',
  'CBC.30050007': 'The resource is not a primary resource.',
  'CBC.30050008': 'The period type or number is not offered.',
  'CBC.30050009': 'The resource has expired and been deleted, or does not exist.',
  'CBC.30050010': 'The resource is in an unpaid order.',
  'CBC.30050011': 'The resource is being unsubscribed from or changed.',
  'CBC.30050012': 'Duplicate resource IDs.',
  'CBC.30050013': 'The product cannot be renewed.',
  'CBC.99000049': 'The customer of a reseller has no account balance.',
  'CBC.99000088': 'The payment is in progress. Do not pay again.',
  'CBC.99000089':
    'The order belongs to a combined transaction. Use the number of that transaction.',
  'CBC.99003002': 'The resource is locked.',
  'CBC.99003004': 'The resource has dependencies.',
  'CBC.99003005': 'The resource is being provisioned.',
  'CBC.99003006': 'The service type is not supported.',
  'CBC.99003012': 'The resource does not exist.',
  'CBC.99003016': 'Some resources have expired and been deleted, or do not exist.',
  'CBC.99003100': 'Some resources are in orders waiting for payment.',
  'CBC.99003106': 'The order status has changed. The order cannot be paid.',
  'CBC.99003108': 'The discount cannot be used.',
  'CBC.99003110': 'The payment deadline has passed.',
  'CBC.99003112': 'The coupon has been used.',
  'CBC.99003116': 'The coupon cannot be used together with the discount.',
  'CBC.99003124': 'The resource has been unsubscribed from.',
  'CBC.99003144':
    'The resource is being unsubscribed from or changed, or has an order in progress.',
  'CBC.99003154': 'The purchased period plus this renewal exceeds the maximum.',
  'CBC.99003602': 'The resource has expired or is frozen.',
  'CBC.99003605': 'Automatic renewal has already been cancelled.',
  'CBC.99003634': 'Resources of a discount package must be renewed together and alone.',
  'CBC.99003638': 'Bandwidth add-on packages cannot be renewed.',
  'CBC.99005003': 'Insufficient balance.',
  'CBC.99005010': 'The order status does not allow the operation.',
  'CBC.99008040': 'The operation is too frequent.',
  'CBC.99008056': 'The daily transaction cap has been reached.',
  'APIGW.0101': 'The API does not exist or has not been published in the environment.',
  'APIGW.0201': 'Backend unavailable.',
};

/** A code's usual text; codes planted by a world may be ones nobody has heard of. */
export function messageOf(code: string): string {
  return MESSAGES[code] ?? `The sandbox was told to answer ${code}.`;
}
