import { createHash } from 'node:crypto';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ChunkName, EarlierChunk, OrderMemory, RenewalKey } from '../ports/order-memory.ts';
import { enteredRowsSchema, turnsSchema } from '../store/memory-items.ts';
import { readStored, SHAPES } from '../store/shape.ts';
import { isConditionFailed, readItems, type Table } from './table.ts';

const ROWS = 'ROWS#';
/** The item is not of a release that knows more: its form must not be set back. */
const KNOWN = '(attribute_not_exists(shape) OR shape <= :shape)';
/** Letters that stand for a row: one in 69 thousand million is another's by chance, and read in vain. */
const MARK = 6;

/**
 * The memory of orders in DynamoDB: one partition for each site and month of approved expiries.
 * In it each chunk has an item with marks of its rows, and one item has the chunks' turns, a list
 * to which each appends itself in one conditional write: that write alone puts them in order. A
 * month's list takes about 20,000 chunks, which is two million rows.
 */
export function openOrderMemory(table: Table): OrderMemory {
  const { client, name: TableName } = table;

  async function turnsOf(pk: string): Promise<readonly string[]> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: { pk, sk: 'TURNS' }, ConsistentRead: true }),
    );
    return Item === undefined ? [] : turnsSchema.parse(readStored('memory', Item)).turns;
  }

  async function putRows(pk: string, chunk: ChunkName, rows: string, at: number): Promise<void> {
    const { job, chunk: number } = chunk;
    const sk = `${ROWS}${turnOf(job, number)}`;
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { pk, sk, shape: SHAPES.memory, job, chunk: number, rows, at },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    } catch (error) {
      if (!isConditionFailed(error)) throw error;
    }
  }

  /** The turns of the month once the chunk's own is among them. */
  async function takeTurn(pk: string, turn: string): Promise<readonly string[]> {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk: 'TURNS' },
          UpdateExpression:
            'SET shape = :shape, turns = list_append(if_not_exists(turns, :none), :own)',
          ConditionExpression: `(attribute_not_exists(turns) OR NOT contains(turns, :turn)) AND ${KNOWN}`,
          ExpressionAttributeValues: {
            ':none': [],
            ':own': [turn],
            ':turn': turn,
            ':shape': SHAPES.memory,
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return turnsSchema.parse(readStored('memory', Attributes!)).turns;
    } catch (error) {
      // Repeated after an answer that was lost, by the client or by a worker before us; or a newer
      // release has written since, and the read says so.
      if (!isConditionFailed(error)) throw error;
      return await turnsOf(pk);
    }
  }

  async function enterMonth(
    pk: string,
    chunk: ChunkName,
    rows: readonly RenewalKey[],
    at: number,
  ): Promise<{ readonly since: number; readonly earlier: readonly EarlierChunk[] }> {
    const turn = turnOf(chunk.job, chunk.chunk);
    let turns = await turnsOf(pk);
    if (!turns.includes(turn)) {
      // Its rows first: whoever finds its turn must find them.
      await putRows(pk, chunk, rows.map(({ key }) => markOf(key)).join(''), at);
      turns = await takeTurn(pk, turn);
    }
    const before = new Set(
      turns.slice(0, turns.indexOf(turn)).filter((one) => jobOf(one) !== chunk.job),
    );
    if (before.size === 0) return { since: at, earlier: [] };
    const entered = await enteredIn(pk);
    const own = entered.find((one) => turnOf(one.job, one.chunk) === turn);
    const others = entered.filter((one) => before.has(turnOf(one.job, one.chunk)));
    return { since: own?.at ?? at, earlier: holding(others, rows) };
  }

  async function enteredIn(pk: string): Promise<readonly EnteredRows[]> {
    const items = await readItems(table, pk, ROWS);
    return items.map((item) => enteredRowsSchema.parse(readStored('memory', item)));
  }

  return {
    async enter(chunk, rows, at) {
      const months = [...byMonth(chunk.site, rows)];
      const told = await Promise.all(
        months.map(async ([pk, some]) => await enterMonth(pk, chunk, some, at)),
      );
      return {
        since: Math.min(at, ...told.map(({ since }) => since)),
        earlier: merged(told.flatMap(({ earlier }) => earlier)),
      };
    },

    async find(site, rows) {
      const months = [...byMonth(site, rows)];
      const found = await Promise.all(
        months.map(async ([pk, some]) => holding(await enteredIn(pk), some)),
      );
      return merged(found.flat());
    },
  };
}

interface EnteredRows {
  readonly job: string;
  readonly chunk: number;
  readonly rows: string;
  readonly at: number;
}

function turnOf(job: string, chunk: number): string {
  return `${job}#${chunk}`;
}

function jobOf(turn: string): string {
  return turn.slice(0, turn.lastIndexOf('#'));
}

function markOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, MARK);
}

/** The rows by the partition of their month, months in order. */
function byMonth(site: string, rows: readonly RenewalKey[]): Map<string, RenewalKey[]> {
  const months = new Map<string, RenewalKey[]>();
  for (const row of rows.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const pk = `ORDERED#${site}#${row.day.slice(0, 7)}`;
    const month = months.get(pk);
    if (month === undefined) months.set(pk, [row]);
    else month.push(row);
  }
  return months;
}

/** Those of the entered chunks that hold some of the rows. */
function holding(entered: readonly EnteredRows[], rows: readonly RenewalKey[]): EarlierChunk[] {
  const asked = new Map<string, string[]>();
  for (const { key } of rows) {
    const mark = markOf(key);
    asked.set(mark, [...(asked.get(mark) ?? []), key]);
  }
  return entered.flatMap(({ job, chunk, rows: stored }) => {
    const theirs = new Set(stored.match(/.{6}/gu));
    const keys = [...theirs].flatMap((mark) => asked.get(mark) ?? []);
    return keys.length === 0 ? [] : [{ job, chunk, keys }];
  });
}

/** Each chunk once, though it was found for several months. */
function merged(chunks: readonly EarlierChunk[]): EarlierChunk[] {
  const all = new Map<string, EarlierChunk>();
  for (const one of chunks) {
    const known = all.get(turnOf(one.job, one.chunk));
    const keys = [...(known?.keys ?? []), ...one.keys];
    all.set(turnOf(one.job, one.chunk), { ...one, keys });
  }
  return [...all.values()];
}
