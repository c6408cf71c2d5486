import { type Term, termMonths } from '../../../values/term.ts';
import { money } from '../../../values/money.ts';
import type { Answer, Refusal } from '../../../renewal/answer.ts';
import type { PriceReading } from '../../../renewal/readings.ts';
import { isHeld } from '../../../renewal/rules/single-refusal.ts';
import { readAnswer, together } from '../../wire/read-answer.ts';
import { foreignMoney } from '../account-money.ts';
import type { Connection } from '../connection.ts';
import { named } from '../errors/error-table.ts';
import { isDomain } from '../names.ts';
import { priceCall } from '../price-call.ts';
import { ALIBABA } from '../traits.ts';
import { priceAnswer, pricesIn } from './price-shape.ts';
import { queryInstances } from './query-instances.ts';

type Readings = Answer<readonly PriceReading[]>;

/**
 * What renewing each of these resources for the term costs, one call for each (Alibaba contract,
 * section 3). Where there is no such call, or none for the term, no price is told. Creates nothing.
 */
export async function renewalPrices(
  connection: Connection,
  ids: readonly string[],
  term: Term,
): Promise<Readings> {
  const unique = [...new Set(ids)];
  const unseen = unique.filter((id) => !isDomain(id) && !connection.seen.has(ALIBABA.idKey(id)));
  if (unseen.length > 0) {
    const shown = await queryInstances(connection, unseen);
    if (shown.kind !== 'done') return shown;
  }
  return together(
    await Promise.all(unique.map(async (id) => await priceOne(connection, id, term))),
  );
}

async function priceOne(connection: Connection, id: string, term: Term): Promise<Readings> {
  const { client, account, seen } = connection;
  const instance = seen.get(ALIBABA.idKey(id));
  const call = instance === undefined ? null : priceCall(id, instance, termMonths(term));
  if (call === null) return { kind: 'done', value: [{ kind: 'not told', resourceId: id }] };
  const answer = readAnswer(await client.call(call), priceAnswer);
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'refused') return refused(id, answer.refusal);
  const { currency, list, price } = pricesIn(answer.value);
  const foreign = foreignMoney(account, currency);
  if (foreign !== null) return { kind: 'refused', refusal: foreign };
  if (price === null || price.startsWith('-')) {
    return { kind: 'unknown', detail: 'the answer to a price call holds no price' };
  }
  const inMoney = (amount: string) => money(amount, account.currency);
  const reading: PriceReading = {
    kind: 'priced',
    resourceId: id,
    list: list === null ? null : inMoney(list),
    price: inMoney(price),
    alone: true,
  };
  return { kind: 'done', value: [reading] };
}

/** A refusal about the account or the provider as a whole is the call's, any other the resource's. */
function refused(resourceId: string, refusal: Refusal): Readings {
  if (refusal.remedy === 'suspend' || refusal.remedy === 'wait') {
    return { kind: 'refused', refusal };
  }
  const reading: PriceReading = {
    kind: 'failed',
    resourceId,
    refusal: named(refusal),
    locked: isHeld(refusal),
  };
  return { kind: 'done', value: [reading] };
}
