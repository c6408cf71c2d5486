import { inARow, tell } from '../phrases/phrase.ts';
import { TITLES } from '../phrases/survey-phrases.ts';
import type { Language } from '../reasons/entry.ts';
import { type Account, languageOf } from '../settings/account.ts';
import { dayAfter, dayStart } from '../values/day-start.ts';
import {
  type DueWindow,
  dueText,
  type ExportSettings,
  URGENT_DAYS,
} from '../settings/export-settings.ts';
import type { ResourceStatus, SurveyFilter, SurveyQuestion } from './survey.ts';
import type { Term } from '../values/term.ts';
import { wallTime } from '../values/wall-time.ts';

/**
 * What is asked of one export; all that is left out is as the account's settings have it. Where it
 * asks for ids or an order, the settings' filters do not hold, for then exactly these are meant.
 */
export interface ExportRequest {
  readonly due?: DueWindow | undefined;
  readonly term?: Term | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly order?: string | undefined;
  readonly statuses?: readonly ResourceStatus[] | undefined;
  readonly serviceTypes?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly enterpriseProjects?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
}

/** The day of an instant on which an export is asked for, as the account counts days. */
export function exportDay({ export: { timeZone } }: Account, at: number): string {
  return wallTime(at, timeZone).day;
}

/** The question that a request is, on the day it is made: the same request of a day asks the same. */
export function exportQuestion(
  account: Account,
  request: ExportRequest,
  at: number,
): SurveyQuestion {
  const named = request.ids !== undefined || request.order !== undefined;
  const due = request.due ?? (named ? null : account.export.due);
  const filter: SurveyFilter = {
    expiresFrom: null,
    expiresBefore: due === null ? null : endOf(due, account.export.timeZone, at),
    ids: request.ids === undefined ? null : [...new Set(request.ids)],
    order: request.order ?? null,
    ...(named ? askedOnly(request) : asSet(request, account.export)),
  };
  return {
    account: account.name,
    what: whatOf(request, due),
    title: titleOf(request, due, languageOf(account)),
    filter,
    term: request.term ?? account.export.term,
  };
}

type Filters = Omit<SurveyFilter, 'expiresFrom' | 'expiresBefore' | 'ids' | 'order'>;

function askedOnly(request: ExportRequest): Filters {
  return {
    statuses: request.statuses ?? null,
    serviceTypes: request.serviceTypes ?? null,
    withoutServiceTypes: [],
    regions: request.regions ?? null,
    enterpriseProjects: request.enterpriseProjects ?? null,
    names: request.names ?? null,
    withoutAutoRenewing: false,
  };
}

function asSet(request: ExportRequest, settings: ExportSettings): Filters {
  const asked = new Set(request.serviceTypes?.map((type) => type.toLowerCase()));
  return {
    statuses: request.statuses ?? settings.statuses,
    serviceTypes: request.serviceTypes ?? settings.serviceTypes,
    // What is asked for by its type is not left out for its type.
    withoutServiceTypes: settings.withoutServiceTypes.filter(
      (type) => !asked.has(type.toLowerCase()),
    ),
    regions: request.regions ?? settings.regions,
    enterpriseProjects: request.enterpriseProjects ?? settings.enterpriseProjects,
    names: request.names ?? settings.names,
    withoutAutoRenewing: settings.autoRenewing === 'leave',
  };
}

/** The end of the last day of the window: with 0 days, of the day on which it is asked. */
function endOf(due: DueWindow, zone: string, at: number): number {
  const days = due === 'urgent' ? URGENT_DAYS : due.days;
  return dayStart(dayAfter(wallTime(at, zone).day, days + 1), zone);
}

function whatOf({ ids, order }: ExportRequest, due: DueWindow | null): string {
  const window = due === null || due === 'urgent' ? due : `due-${dueText(due)}`;
  const what = [ids === undefined ? null : 'ids', order === undefined ? null : 'order', window];
  return what.filter((one) => one !== null).join('-');
}

function titleOf({ ids, order }: ExportRequest, due: DueWindow | null, language: Language): string {
  const window =
    due === 'urgent'
      ? tell(TITLES.urgent, language, { days: URGENT_DAYS })
      : due === null
        ? ''
        : tell(TITLES.due, language, { days: due.days });
  const named = [
    ids === undefined ? '' : tell(TITLES.byId, language, { count: ids.length }),
    order === undefined ? '' : tell(TITLES.order, language, { order }),
  ];
  return inARow([...named, window], language, 'parts');
}
