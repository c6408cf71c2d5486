import { tell } from '../phrases/phrase.ts';
import { SURVEY_DETAILS } from '../phrases/survey-phrases.ts';
import type { Language } from '../reasons/entry.ts';
import type { LeftOutReason, SurveyedResource, SurveyFilter } from './survey.ts';

/** Whether a resource is exported; `elsewhere`: it was not asked for, and nobody misses it. */
export type FilterVerdict =
  | { readonly kind: 'wanted' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'left out'; readonly because: LeftOutReason; readonly detail: string };

const ELSEWHERE: FilterVerdict = { kind: 'elsewhere' };

/**
 * Judges one resource by everything that was asked, also by what the provider has looked at already:
 * not every one can filter by everything. What the provider does not say of a resource never
 * excludes it, but for a name that is asked for.
 */
export function judge(
  resource: SurveyedResource,
  filter: SurveyFilter,
  language: Language,
): FilterVerdict {
  if (!isAskedFor(resource, filter)) return ELSEWHERE;
  const { serviceCode, serviceName, mode } = resource;
  if (serviceCode !== null && filter.withoutServiceTypes.some((one) => same(one, serviceCode))) {
    const detail = tell(SURVEY_DETAILS.ofService, language, {
      service: serviceName ?? serviceCode,
    });
    return { kind: 'left out', because: 'service type', detail };
  }
  if (filter.withoutAutoRenewing && mode === 'auto-renew') {
    const detail = SURVEY_DETAILS.renewsItself[language];
    return { kind: 'left out', because: 'auto-renewing', detail };
  }
  return { kind: 'wanted' };
}

function isAskedFor(resource: SurveyedResource, filter: SurveyFilter): boolean {
  const { expiry, status, serviceCode, region, enterpriseProject: project, name } = resource;
  if (expiry !== null && filter.expiresFrom !== null && expiry < filter.expiresFrom) return false;
  if (expiry !== null && filter.expiresBefore !== null && expiry >= filter.expiresBefore) {
    return false;
  }
  if (!fits(filter.statuses, status) || !fits(filter.regions, region)) return false;
  if (!fits(filter.serviceTypes, serviceCode)) return false;
  if (
    project !== null &&
    !fits(filter.enterpriseProjects, project.id) &&
    (project.name === null || !fits(filter.enterpriseProjects, project.name))
  ) {
    return false;
  }
  const lower = name?.toLowerCase() ?? null;
  return (
    filter.names === null ||
    (lower !== null && filter.names.some((part) => lower.includes(part.toLowerCase())))
  );
}

function fits(wanted: readonly string[] | null, given: string | null): boolean {
  return wanted === null || given === null || wanted.some((one) => same(one, given));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
