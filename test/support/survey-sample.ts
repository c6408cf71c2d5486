import { money } from '../../shared/values/money.ts';
import {
  type LeftOutRow,
  NO_FILTER,
  type Survey,
  type SurveyedResource,
  type SurveyPart,
  surveyParts,
  type SurveyRow,
} from '../../shared/survey/survey.ts';

/** The moment of the sample surveys: 1 December 2026, 10:00 in Shanghai. */
export const ASKED_AT = Date.parse('2026-12-01T02:00:00Z');
const DAY = 86_400_000;

const SERVICES = ['Elastic Cloud Server', 'Elastic Volume Service', 'Relational Database Service'];

function resource(position: number, days: number): SurveyedResource {
  return {
    resourceId: `5a3e${String(position).padStart(4, '0')}-0b1d-4f62-9c00-7d20e1a4${String(1000 + position)}`,
    name: `web-${String(position).padStart(3, '0')}`,
    serviceCode: 'hws.service.type.ec2',
    serviceName: SERVICES[position % SERVICES.length]!,
    region: 'ap-southeast-1',
    enterpriseProject: null,
    status: days < 0 ? 'expired' : 'in use',
    // The end of the day in Shanghai.
    expiry: Date.parse('2026-12-01T15:59:59Z') + days * DAY,
    mode: position % 7 === 3 ? 'auto-renew' : 'manual',
    attached: position % 3,
  };
}

/** A row of one month that is priced at `price` US dollars, ten per cent below list. */
export function surveyRow(
  position: number,
  {
    days = position,
    price = '37.62',
    ...more
  }: Partial<SurveyRow> extends infer Row
    ? Omit<Row, 'price'> & { readonly days?: number; readonly price?: string }
    : never = {},
): SurveyRow {
  const list = money(Number(price) / 0.9, 'USD');
  const rounded = money(Number(list.amount).toFixed(2), 'USD');
  return {
    ...resource(position, days),
    term: { unit: 'month', count: 1 },
    price: {
      kind: 'priced',
      list: rounded,
      price: money(price, 'USD'),
      discount: money((Number(rounded.amount) - Number(price)).toFixed(2), 'USD'),
    },
    ...more,
  };
}

/** A row without a price. */
export function unpricedRow(position: number): SurveyRow {
  return {
    ...resource(position, position),
    term: { unit: 'month', count: 1 },
    price: {
      kind: 'not renewable',
      code: 'CBC.30050013',
      reason: 'This product cannot be renewed.',
      advice: 'Buy a new one in the console before it expires.',
    },
  };
}

/** A resource that was left out. */
export function leftOutRow(position: number, because: LeftOutRow['because']): LeftOutRow {
  return { ...resource(position, position), because, detail: `In job n9t7bfxpf${position}.` };
}

/** A survey of these rows in US dollars and Shanghai's time. */
export function surveyOf(rows: readonly SurveyRow[], more: Partial<Survey> = {}): Survey {
  return {
    id: 'q7k2m9x4tb',
    question: {
      account: 'main',
      what: 'due-30d',
      title: 'due within 30 days',
      filter: { ...NO_FILTER, expiresBefore: ASKED_AT + 30 * DAY },
      term: { unit: 'month', count: 1 },
    },
    askedAt: ASKED_AT,
    pricedAt: ASKED_AT + 65_000,
    currency: 'USD',
    zone: 'Asia/Shanghai',
    rows,
    leftOut: [],
    balance: money('500', 'USD'),
    rowsPerFile: 10_000,
    ...more,
  };
}

/** The first file of a survey. */
export function firstPart(survey: Survey): SurveyPart {
  return surveyParts(survey)[0]!;
}
