import type * as z from 'zod/mini';
import { flag, integer, text } from '../../wire/fields.ts';
import type { ProviderResource } from '../../../renewal/readings.ts';
import type { AlibabaAccount } from '../connection.ts';
import { domainRoute } from '../routes.ts';
import { listOf, shape } from '../shape.ts';

const FIELDS = {
  DomainName: text,
  InstanceId: text,
  // The text beside it comes in two forms and in UTC+8: it is never read (Alibaba contract, section 1.5).
  ExpirationDateLong: integer,
  ExpirationDateStatus: text,
  DomainStatus: text,
  AutoRenewEnabled: flag,
} as const;

/** One domain, as the answer to a call for it (Alibaba contract, section 1.5). */
export const oneDomain = shape(FIELDS);

/** One domain as both calls show it. */
export type Domain = z.output<typeof oneDomain>;

/** A page of the account's domains. */
export const domainPage = shape({ TotalItemNum: integer, Data: listOf('Domain', oneDomain) });

/** A domain as the engine reads it, under the id by which it was asked for. */
export function toResource(
  resourceId: string,
  domain: Domain,
  account: AlibabaAccount,
): ProviderResource {
  return {
    resourceId,
    name: domain.DomainName,
    main: true,
    parent: null,
    expiry: domain.ExpirationDateLong,
    autoRenew: domain.AutoRenewEnabled === true,
    route: domainRoute(account),
  };
}
