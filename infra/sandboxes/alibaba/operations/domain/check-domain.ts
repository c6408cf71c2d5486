import { z } from 'zod';

import { type Operation, refuse, succeed } from '../../gateway/answer.ts';
import { codeOf, count, readParameters } from '../../gateway/parameters.ts';
import { quoted } from '../../items/pricing.ts';

const checkSchema = z.object({
  DomainName: z.string().min(1),
  FeeCommand: z.enum(['create', 'renew', 'transfer', 'restore']).optional(),
  FeeCurrency: z.enum(['CNY', 'USD']).optional(),
  FeePeriod: count.pipe(z.int().min(1).max(10)).default(1),
});

/**
 * CheckDomain (Alibaba contract, section 1.6): whether it tells a renewal's price is not documented,
 * and what Price counts neither; here it is in the main unit, rounded.
 */
export const domainCheck: Operation = (state, { query }) => {
  const read = readParameters(checkSchema, query);
  if (read.kind === 'wrong') return refuse(read.missing ? codeOf(read) : 'ParameterIllegal');
  const { DomainName, FeeCommand, FeePeriod } = read.value;
  const found = state.items.get(DomainName.toLowerCase());
  const domain = found?.kind === 'domain' ? found : undefined;
  const shown = state.behaviour.checkedPrice;
  const price = domain && FeeCommand === 'renew' ? quoted(domain, FeePeriod).pretax : undefined;
  const info = { action: 'renew', money: Number(price?.toFixed(2)), period: FeePeriod };
  return succeed({
    DomainName,
    Avail: domain === undefined ? '1' : '0',
    DynamicCheck: false,
    Premium: String(domain?.premium ?? false),
    ...(price !== undefined && shown === 'price' ? { Price: Math.round(Number(price)) } : {}),
    ...(price !== undefined && shown === 'static price'
      ? { StaticPriceInfo: { PriceInfo: [info] } }
      : {}),
  });
};
