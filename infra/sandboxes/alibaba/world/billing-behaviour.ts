import { z } from 'zod';

import { milliseconds } from './milliseconds.ts';

/**
 * What the contract does not say of orders, payments and tokens (Alibaba contract, sections 2, 3
 * and 6.6), of the billing API and of each product's own.
 */
export const billingBehaviour = {
  /** HTTP status of a refusal by the billing API: its own, or 200 with Success false. */
  bssRefusal: z.enum(['http status', '200']).default('http status'),
  /** How an answer of the billing API says that it went well. */
  bssSuccess: z.enum(['Success', '200', 'no flag']).default('Success'),
  /** A caller of the other site: NotApplicable, or lists that come back empty. */
  bssSite: z.enum(['right', 'not applicable', 'empty lists']).default('right'),
  /** Code of an ECS, RDS or Redis instance in the billing API's RenewInstance. */
  bssWrongProductCode: z.string().min(1).default('ResourceStatusError'),
  /** Whether QueryOrders needs ProductCode and SubscriptionType, as an older page has it. */
  ordersNeedProduct: z.boolean().default(false),
  /** What the detail of an order that is not there, or not shown yet, meets. */
  unknownOrder: z.enum(['refused', 'empty list']).default('refused'),
  maxOrderPage: z.int().min(1).default(300),
  /** What a page size beyond the maximum meets. */
  pageTooLarge: z.enum(['refused', 'cut']).default('refused'),
  /** JSON type of order ids: of RDS and HBase they are numbers, elsewhere text; or all alike. */
  orderIds: z.enum(['as documented', 'text', 'number']).default('as documented'),
  /** Whether ids of instances are known in any letter case. */
  idCase: z.enum(['exact', 'any']).default('exact'),
  /** What MongoDB's price call answers with: its fields are seen, not documented. */
  mongodbPrice: z.enum(['Order', 'PriceInfo']).default('Order'),
  /** Spelling of Paid, Unpaid and Cancelled. */
  statusCasing: z.enum(['Paid', 'paid']).default('Paid'),
  /** Balances of a thousand and more. */
  balanceText: z.enum(['10000.00', '10,000.00']).default('10000.00'),
  /** ExpiredTime of ECS, as its sample has it or as its text says. */
  ecsExpiredTime: z.enum(['no seconds', 'seconds']).default('no seconds'),
  /** Seller's side: from the payment until the renewal has happened. */
  completionDelayMs: milliseconds.default(0),
  /**
   * What is left of an order that could not be paid: of the billing API's RenewInstance (an older
   * page: cancelled) and of the products' own.
   */
  bssUnpaid: z.enum(['cancelled', 'left unpaid', 'never made']).default('cancelled'),
  productUnpaid: z.enum(['cancelled', 'left unpaid', 'never made']).default('never made'),
  /** Whether the refusal of a payment names the order all the same. */
  orderIdInRefusal: z.boolean().default(false),
  /** Codes of a payment that fails (section 6.6): too little money, declined, no means at all. */
  noMoneyCode: z.string().min(1).default('InsufficientBalance'),
  declinedCode: z.string().min(1).default('PAY.USER_DECLINED'),
  noMeansCode: z.string().min(1).default('InvalidPaymentMethod.Missing'),
  /** Whether an HBase cluster's renewal is paid at once. */
  hbasePays: z.boolean().default(true),
  /** Whether an instance with an unpaid order can be ordered once more. */
  unpaidOrder: z.enum(['blocks', 'does not block']).default('blocks'),
  /** How long a token is remembered; null is for ever. */
  tokenLifetimeMs: z.union([milliseconds, z.null()]).default(86_400_000),
  /** For so long after its first call a repeated token meets Idempotence.Processing. */
  tokenBusyMs: milliseconds.default(0),
  /** What a repeated token does anywhere but at ECS, where the first answer is documented. */
  tokenRepeated: z.enum(['same answer', 'ignored', 'refused']).default('same answer'),
  /** Code of a token with other parameters. */
  tokenMismatchCode: z.string().min(1).default('IdempotentParameterMismatch'),
  /** Whether a token remembers a refusal, too. */
  tokenKeepsRefusals: z.boolean().default(false),
  /** Where a renewal of an expired instance or domain begins. */
  expiredStart: z.enum(['old expiry', 'payment']).default('old expiry'),
  /** 31 January + 1 month: the last day of February, or spilling into March. */
  monthEnd: z.enum(['clamp', 'spill']).default('clamp'),
  /** Days after its expiry after which an instance is released. */
  releasedAfterDays: z.int().min(0).default(30),
} as const;
