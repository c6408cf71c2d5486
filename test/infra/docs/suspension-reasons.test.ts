import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../shared/reasons/catalogue.ts';
import { ACCOUNT_ERRORS as OF_ALIBABA } from '../../../shared/providers/alibaba/errors/account-errors.ts';
import { RESOURCE_ERRORS as RESOURCES_OF_ALIBABA } from '../../../shared/providers/alibaba/errors/resource-errors.ts';
import { ACCOUNT_ERRORS as OF_HUAWEI } from '../../../shared/providers/huawei/errors/account-errors.ts';
import {
  CALL_REJECTED,
  ORDER_ERRORS,
} from '../../../shared/providers/huawei/errors/order-errors.ts';
import { RESOURCE_ERRORS as RESOURCES_OF_HUAWEI } from '../../../shared/providers/huawei/errors/resource-errors.ts';
import { filesBelow, PROJECT } from '../../support/imports-of.ts';
import { textOf } from '../../support/pages.ts';

type Id = keyof typeof CATALOGUE;

/** Codes of the providers after which a job is suspended. */
const LISTED = [
  ...OF_ALIBABA,
  ...RESOURCES_OF_ALIBABA,
  ...OF_HUAWEI,
  ...RESOURCES_OF_HUAWEI,
  ...ORDER_ERRORS,
  ...CALL_REJECTED,
]
  .filter(({ remedy }) => remedy === 'suspend')
  .map(({ reason }) => reason);

/** What the law itself, the engine and the look at the approval suspend for. */
const OF_THE_LAW: readonly Id[] = [
  'approval-not-visible',
  'charged-above-compared',
  'other-time-zone',
  'provider-silent',
  'purchase-left-unpaid',
];
/** An unlisted refusal of a payment (money rule 6). */
const UNLISTED: readonly Id[] = ['unexpected-code', 'alibaba-unexpected-code'];
/** What {@link inSources} must find, so that it is known to look. */
const MONEY_OF_ANOTHER_KIND: readonly Id[] = ['other-currency', 'other-unit'];

/** Reasons that stand beside the remedy in the providers' own code. */
function inSources(): Id[] {
  return filesBelow('shared/providers')
    .map((file) => readFileSync(`${PROJECT}/${file}`, 'utf8'))
    .flatMap((text) =>
      [...text.matchAll(/remedy: 'suspend',\s*reason: reason\('([\w-]+)'/gu)].map(([, id]) => id!),
    ) as Id[];
}

/** As the manual has it: what differs from job to job is left out. */
function saidOf(id: Id): string {
  return CATALOGUE[id].en.reason.replaceAll(/\{[^{}]+\}(?: \{[^{}]+\})*/gu, '...');
}

function rowsOfTable(): Map<string, string> {
  const [, section = ''] = textOf('infra/docs/operations.md').split(
    '\n### Why a job is suspended, and what to do\n',
  );
  const rows = section.split(/\n##+ /u)[0]!.matchAll(/^\| (.+?) +\| (.+?) +\|$/gmu);
  return new Map([...rows].map(([, said, todo]) => [said!, todo!]));
}

test('the manual says what to do about every reason for which a job is suspended', () => {
  const found = inSources();
  const ids = [...LISTED, ...OF_THE_LAW, ...UNLISTED, ...MONEY_OF_ANOTHER_KIND, ...found];
  const told = rowsOfTable();

  expect(found.length).toBeGreaterThan(4);
  expect([...new Set(ids)].filter((id) => (told.get(saidOf(id)) ?? '') === '').map(saidOf)).toEqual(
    [],
  );
});
