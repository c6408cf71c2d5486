import { z } from 'zod';

import { shownExpiry } from '../../../frame/world/expiry.ts';
import { type Operation, refuse, succeed } from '../../gateway/answer.ts';
import { codeOf, count, readParameters } from '../../gateway/parameters.ts';
import { readAt } from '../../items/as-seen.ts';
import type { Domain } from '../../items/item.ts';
import { zonedDay } from '../../provider-time.ts';
import type { SandboxState } from '../../state.ts';
import { domainStatus, domainView } from './domain-view.ts';
import { pageOf, pagingFields } from './paging.ts';

const listSchema = z.object({
  ...pagingFields,
  StartExpirationDate: count.optional(),
  EndExpirationDate: count.optional(),
  StartRegistrationDate: count.optional(),
  EndRegistrationDate: count.optional(),
  QueryType: z.enum(['1', '2']).optional(),
  DomainName: z.string().optional(),
  OrderByType: z.enum(['ASC', 'DESC']).default('DESC'),
  OrderKeyType: z.enum(['RegistrationDate', 'ExpirationDate']).default('RegistrationDate'),
});

type Asked = z.output<typeof listSchema>;

/** Whole days in UTC+8. */
function onDays(at: number, from: number | undefined, to: number | undefined): boolean {
  const day = zonedDay(at);
  return (from === undefined || day >= zonedDay(from)) && (to === undefined || day <= zonedDay(to));
}

function matches(state: SandboxState, domain: Domain, asked: Asked, at: number): boolean {
  const expiry = shownExpiry(domain, at);
  const status = String(domainStatus(state, expiry, at));
  return (
    onDays(expiry, asked.StartExpirationDate, asked.EndExpirationDate) &&
    onDays(domain.created, asked.StartRegistrationDate, asked.EndRegistrationDate) &&
    (asked.QueryType ?? status) === status &&
    domain.id.includes(asked.DomainName ?? '')
  );
}

/** QueryDomainList (Alibaba contract, section 1.5). */
export const domainList: Operation = (state, { query, now }) => {
  const read = readParameters(listSchema, query);
  if (read.kind === 'wrong') return refuse(read.missing ? codeOf(read) : 'ParameterIllegal');
  const asked = read.value;
  const { maxDomainPage, pageTooLarge, hiddenFromLists } = state.behaviour;
  if (asked.PageSize > maxDomainPage && pageTooLarge === 'refused') {
    return refuse('ParameterIllegal');
  }
  const at = readAt(state, 'domainList', now);
  const keyOf = (domain: Domain): number =>
    asked.OrderKeyType === 'ExpirationDate' ? shownExpiry(domain, at) : domain.created;
  const found = [...state.items.values()]
    .filter((item) => item.kind === 'domain')
    .filter((domain) => !hiddenFromLists.includes(domain.id))
    .filter((domain) => matches(state, domain, asked, at))
    .toSorted((a, b) => (asked.OrderByType === 'ASC' ? 1 : -1) * (keyOf(a) - keyOf(b)));
  const { page, fields } = pageOf(found, {
    PageNum: asked.PageNum,
    PageSize: Math.min(asked.PageSize, maxDomainPage),
  });
  return succeed({ ...fields, Data: { Domain: page.map((one) => domainView(state, one, at)) } });
};

/** QueryDomainByDomainName: one, at any age. */
export const domainInfo: Operation = (state, { query, now }) => {
  const read = readParameters(z.object({ DomainName: z.string().min(1) }), query);
  if (read.kind === 'wrong') return refuse(codeOf(read));
  const found = state.items.get(read.value.DomainName.toLowerCase());
  if (found?.kind !== 'domain') return refuse('DomainNotExist');
  return succeed(domainView(state, found, readAt(state, 'domainInfo', now)));
};
