import type { RenewalMode, ResourceStatus, SurveyedResource } from '../../../survey/survey.ts';
import { WAYS, wayOf } from '../ways.ts';
import type { Domain } from './domain-shape.ts';
import type { Instance } from './instance-shape.ts';

/** The service type of domains, which the domain interface does not name: its own name. */
export const DOMAINS = 'domain';

/** `RenewStatus` (Alibaba contract, section 2.2). */
const MODES: ReadonlyMap<string, RenewalMode> = new Map([
  ['autorenewal', 'auto-renew'],
  ['manualrenewal', 'manual'],
  ['notrenewal', 'ends at expiry'],
]);

/** `Status` of instances (section 2.2). */
const STATUSES: ReadonlyMap<string, ResourceStatus> = new Map([
  ['creating', 'in use'],
  ['normal', 'in use'],
  ['waitforexpire', 'in use'],
  ['expired', 'expired'],
]);

/** `ExpirationDateStatus` of domains (section 1.5). */
const DOMAIN_STATUSES: ReadonlyMap<string, ResourceStatus> = new Map([
  ['1', 'in use'],
  ['2', 'expired'],
]);

/** An instance as a survey wants it; null without an id. */
export function surveyedInstance(
  resourceId: string | null,
  instance: Instance,
): SurveyedResource | null {
  if (resourceId === null) return null;
  const found = wayOf(instance);
  return {
    resourceId,
    name: null,
    serviceCode: instance.ProductCode,
    serviceName: found?.name ?? null,
    region: instance.Region,
    enterpriseProject: null,
    status: STATUSES.get(instance.Status?.toLowerCase() ?? '') ?? null,
    expiry: instance.EndTime,
    mode: MODES.get(instance.RenewStatus?.toLowerCase() ?? '') ?? null,
    attached: 0,
    months: found === null ? [] : WAYS[found.way].months,
  };
}

/** A domain as a survey wants it; null without a name. */
export function surveyedDomain(resourceId: string | null, domain: Domain): SurveyedResource | null {
  if (resourceId === null) return null;
  const { AutoRenewEnabled: auto } = domain;
  return {
    resourceId,
    name: domain.DomainName,
    serviceCode: DOMAINS,
    serviceName: WAYS.domain.name,
    region: null,
    enterpriseProject: null,
    status: DOMAIN_STATUSES.get(domain.ExpirationDateStatus ?? '') ?? null,
    expiry: domain.ExpirationDateLong,
    mode: auto === null ? null : auto ? 'auto-renew' : 'manual',
    attached: 0,
    months: WAYS.domain.months,
  };
}
