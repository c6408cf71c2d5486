import { type Term, termMonths } from '../../../values/term.ts';
import { money } from '../../../values/money.ts';
import type { Answer, Refusal } from '../../../renewal/answer.ts';
import type { PriceReading } from '../../../renewal/readings.ts';
import { isHeld } from '../../../renewal/rules/single-refusal.ts';
import { decimal, text } from '../../wire/fields.ts';
import { readAnswer, together } from '../../wire/read-answer.ts';
import { foreignMoney } from '../account-money.ts';
import type { Call } from '../client.ts';
import type { Connection } from '../connection.ts';
import { named } from '../errors/error-table.ts';
import { isDomain } from '../names.ts';
import { shape } from '../shape.ts';
import { ALIBABA } from '../traits.ts';
import { wayOf } from '../ways.ts';
import type { Instance } from './instance-shape.ts';
import { queryInstances } from './query-instances.ts';

const PRICE = { Currency: text, OriginalPrice: decimal, TradePrice: decimal } as const;
/** A server's price stands one level deeper than a database's (Alibaba contract, section 3). */
const serverPrice = shape({ PriceInfo: shape({ Price: shape(PRICE) }) });
const databasePrice = shape({ PriceInfo: shape(PRICE) });

type Readings = Answer<readonly PriceReading[]>;

/**
 * What renewing each of these resources for the term costs, one call for each (Alibaba contract,
 * section 3). Only servers, RDS and MongoDB have such a call, and for one to nine months or one to
 * three years; of all others no price is told. Creates nothing.
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
  const settled = await client.call(call);
  const answer =
    call.api === 'priceEcs'
      ? mapped(readAnswer(settled, serverPrice), ({ PriceInfo }) => PriceInfo.Price)
      : mapped(readAnswer(settled, databasePrice), ({ PriceInfo }) => PriceInfo);
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'refused') return refused(id, answer.refusal);
  const { Currency: currency, OriginalPrice: list, TradePrice: price } = answer.value;
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

function mapped<T, U>(answer: Answer<T>, to: (value: T) => U): Answer<U> {
  return answer.kind === 'done' ? { kind: 'done', value: to(answer.value) } : answer;
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

/** The call that prices an instance for so many months; null: there is none. */
function priceCall(id: string, instance: Instance, months: number): Call | null {
  const period = periodOf(months);
  const { Region: region } = instance;
  const found = wayOf(instance);
  if (period === null || found === null) return null;
  const inTime = { DBInstanceId: id, TimeType: period.unit, UsedTime: period.count };
  switch (found.way) {
    case 'ecs':
      return region === null
        ? null
        : {
            api: 'priceEcs',
            region,
            query: {
              RegionId: region,
              ResourceId: id,
              ResourceType: 'instance',
              Period: period.count,
              PriceUnit: period.unit,
            },
          };
    case 'rds':
      return { api: 'priceRds', region, query: inTime };
    case 'dds':
      return { api: 'priceDds', region, query: inTime };
    case 'kvstore':
    case 'swas':
    case 'hbase':
    case 'bss':
    case 'domain':
      return null;
  }
}

/** Months as price calls take them: one to nine, or whole years up to three (section 3). */
function periodOf(
  months: number,
): { readonly unit: 'Month' | 'Year'; readonly count: string } | null {
  if (months <= 9) return { unit: 'Month', count: `${months}` };
  return months % 12 === 0 && months <= 36 ? { unit: 'Year', count: `${months / 12}` } : null;
}
