import { compare, money, sum, zero } from '../../../values/money.ts';
import type { Term } from '../../../values/term.ts';
import type { Answer, Refusal } from '../../../renewal/answer.ts';
import type { PriceReading } from '../../../ports/provider.ts';
import { reason } from '../../../reasons/reason.ts';
import { foreignMoney } from '../account-money.ts';
import type { Connection } from '../connection.ts';
import { isLock, isThrottle, isUnclear, named, refusalOf } from '../errors/error-table.ts';
import { inGroups } from '../../wire/in-groups.ts';
import { matchIds } from '../match-ids.ts';
import { period } from '../period.ts';
import type { ProviderText } from '../../wire/provider-text.ts';
import { readAnswer, together } from '../../wire/read-answer.ts';
import {
  type PriceAnswer,
  priceAnswer,
  type PricedRow,
  pricesOf,
  totalBeforeDiscount,
} from './price-answer.ts';

/** The most ids of one call (Huawei contract, section 3). */
const IDS_PER_CALL = 10;

type Readings = Answer<readonly PriceReading[]>;

/**
 * Prices of main resources for one term, one reading per id, in calls of ten or, with `alone`, of
 * one (Huawei contract, section 3). Creates nothing. A call of several ids that is refused as a
 * whole, or whose answer leaves one of them out, is asked again id by id.
 */
export async function renewalPrices(
  connection: Connection,
  ids: readonly string[],
  term: Term,
  { alone }: { readonly alone: boolean },
): Promise<Readings> {
  const groups = inGroups([...new Set(ids)], alone ? 1 : IDS_PER_CALL);
  return together(
    await Promise.all(
      groups.map(async (group) =>
        group.length === 1
          ? await priceOne(connection, group[0]!, term)
          : await priceSome(connection, group, term),
      ),
    ),
  );
}

async function priceSome(
  connection: Connection,
  ids: readonly string[],
  term: Term,
): Promise<Readings> {
  const answer = await ask(connection, ids, term);
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'refused' && isWhole(answer.refusal)) return answer;
  if (answer.kind === 'done') {
    const { failed, priced, unsettled } = sorted(connection, answer.value, ids);
    const nothingToShareBy =
      compare(totalOf(priced, connection), zero(connection.account.currency)) <= 0;
    if (unsettled.length === 0 && (priced.length === 0 || !nothingToShareBy)) {
      const prices = pricesOf(answer.value, priced, connection.account, { alone: false });
      return { kind: 'done', value: [...prices, ...failed] };
    }
  }
  return together(await Promise.all(ids.map(async (id) => await priceOne(connection, id, term))));
}

async function priceOne(connection: Connection, id: string, term: Term): Promise<Readings> {
  const { account } = connection;
  const answer = await ask(connection, [id], term);
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'refused') {
    if (isWhole(answer.refusal)) return answer;
    return { kind: 'done', value: [failedReading(id, answer.refusal)] };
  }
  const { failed, priced } = sorted(connection, answer.value, [id]);
  if (failed.length > 0) return { kind: 'done', value: failed };
  // Alone, the call's totals are the resource's own price, even where its row is left out.
  const known = priced.length > 0 || totalBeforeDiscount(answer.value, account.currency) !== null;
  const rows = priced.length > 0 ? priced : [{ resourceId: id, amount: zero(account.currency) }];
  return {
    kind: 'done',
    value: known
      ? pricesOf(answer.value, rows, account, { alone: true })
      : [failedReading(id, NO_PRICE)],
  };
}

const NO_PRICE: Refusal = {
  code: 'NO PRICE',
  message: '',
  remedy: 'later',
  reason: reason('huawei-gave-no-price'),
};

/** A refusal that is about the account or the provider, not about any of the ids. */
function isWhole({ remedy }: Refusal): boolean {
  return remedy === 'suspend' || remedy === 'wait';
}

async function ask(
  { client, account }: Connection,
  ids: readonly string[],
  term: Term,
): Promise<Answer<PriceAnswer>> {
  const body = { resource_ids: ids, ...period(term) };
  const answer = readAnswer(await client.call({ api: 'price', body }), priceAnswer);
  if (answer.kind !== 'done') return answer;
  const refusal = foreignMoney(account, answer.value) ?? accountProblem(answer.value, client.clean);
  return refusal === null ? answer : { kind: 'refused', refusal };
}

/** A problem of the whole account stays one, also where it is reported for a resource (money rule 7). */
function accountProblem(answer: PriceAnswer, clean: ProviderText): Refusal | null {
  const refusals = answer.fail_resource_infos.map(({ error_code: code, error_msg: message }) =>
    refusalOf('price', code ?? '', message ?? '', clean),
  );
  return refusals.find(({ remedy }) => remedy === 'suspend') ?? null;
}

interface Sorted {
  readonly failed: readonly PriceReading[];
  readonly priced: readonly PricedRow[];
  /** Neither priced nor clearly failed. */
  readonly unsettled: readonly string[];
}

function sorted(
  { client, account }: Connection,
  answer: PriceAnswer,
  ids: readonly string[],
): Sorted {
  const match = matchIds(ids);
  const failed = new Map<string, PriceReading>();
  for (const {
    resource_id: given,
    error_code: code,
    error_msg: message,
  } of answer.fail_resource_infos) {
    const id = given === null ? null : match(given);
    if (id === null || code === null || isUnclear(code) || isThrottle(code)) continue;
    failed.set(id, failedReading(id, refusalOf('price', code, message ?? '', client.clean)));
  }
  const amounts = new Map<string, string>();
  for (const { resource_id: given, amount } of answer.renew_inquiry_results) {
    const id = given === null ? null : match(given);
    if (id === null || amount === null || amount.startsWith('-') || failed.has(id)) continue;
    amounts.set(id, amount);
  }
  return {
    failed: [...failed.values()],
    priced: [...amounts].map(([resourceId, amount]) => ({
      resourceId,
      amount: money(amount, account.currency),
    })),
    unsettled: ids.filter((id) => !failed.has(id) && !amounts.has(id)),
  };
}

function totalOf(priced: readonly PricedRow[], { account }: Connection) {
  return sum(
    priced.map(({ amount }) => amount),
    account.currency,
  );
}

function failedReading(resourceId: string, refusal: Refusal): PriceReading {
  return { kind: 'failed', resourceId, refusal: named(refusal), locked: isLock(refusal.code) };
}
