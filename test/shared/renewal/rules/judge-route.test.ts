import { expect, test } from 'vitest';
import { ALIBABA } from '../../../../shared/providers/alibaba/traits.ts';
import { asTold } from '../../../../shared/reasons/reason.ts';
import type { RowReading } from '../../../../shared/renewal/decide/facts.ts';
import { judgeRoute } from '../../../../shared/renewal/rules/judge-route.ts';
import type { Term } from '../../../../shared/values/term.ts';
import { EXPIRY, shown } from '../../../support/facts-sample.ts';
import { route } from '../../../support/purchase-sample.ts';

const MONTH: Term = { unit: 'month', count: 1 };
const NO_WAY = { code: 'NO WAY', message: '', remedy: 'row', reason: asTold('None.') } as const;

/** The outcome of a row by the route of its resource, and the id of its reason. */
function judged(look: RowReading, said?: string, term = MONTH): readonly string[] | null {
  const row = {
    resourceId: 'i-1',
    expiry: { day: '2026-12-20', time: '23:59:59' },
    ...(said === undefined ? {} : { product: said }),
  };
  const outcome = judgeRoute(row, look, { term, traits: ALIBABA });
  return outcome === null ? null : [outcome.outcome, outcome.reason.id];
}

const ECS = shown(EXPIRY, { route: route({ product: 'ECS' }) });
const NAMELESS = shown(EXPIRY, { route: route({ product: 'Web Hosting' }) });
const INVALID = ['invalid', 'product-differs'];

test.each<[string, RowReading, string | undefined, Term, readonly string[] | null]>([
  ['that is not shown is judged elsewhere', { kind: 'not shown' }, 'RDS', MONTH, null],
  ['of a provider without routes is as it was', shown(), 'RDS', MONTH, null],
  ['without a product of its own is taken as shown', ECS, undefined, MONTH, null],
  ['of the product that is shown goes on', ECS, 'ECS', MONTH, null],
  ['of the same product in Chinese goes on', ECS, '云服务器 ECS', MONTH, null],
  ['of another product may be another resource', ECS, 'RDS', MONTH, INVALID],
  ['of another product in Chinese, too', ECS, '云数据库 RDS', MONTH, INVALID],
  ['of a product that nobody knows contradicts nothing', ECS, 'Frontend', MONTH, null],
  ['of a known product contradicts one without a name', NAMELESS, 'ECS', MONTH, INVALID],
  [
    'without a confirmed way is not renewable, whatever it says',
    shown(EXPIRY, { route: NO_WAY }),
    'RDS',
    MONTH,
    ['not renewable', 'as-told'],
  ],
  ['may have a year, which is twelve months', ECS, undefined, { unit: 'year', count: 1 }, null],
  [
    'may not have a term that its product does not take',
    ECS,
    undefined,
    { unit: 'month', count: 2 },
    ['invalid', 'term-not-of-product'],
  ],
])('a row %s', (_, look, said, term, expected) => {
  expect(judged(look, said, term)).toEqual(expected);
});
