import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Journal } from '../renewal/journal.ts';
import { journalSchema } from '../store/journal-item.ts';
import { readStored, SHAPES } from '../store/shape.ts';
import type { JournalStore } from '../ports/stores.ts';
import { isConditionFailed, readItems, type Table } from './table.ts';

function keyOf(job: string, chunk: number): { pk: string; sk: string } {
  return { pk: `JOB#${job}`, sk: `CHUNK#${String(chunk).padStart(5, '0')}` };
}

/**
 * The rows go as one text of JSON: as a list of maps, DynamoDB's own notation of a hundred of them
 * is three times as long, and most of the time that a write takes.
 */
function item(journal: Journal): Record<string, unknown> {
  const { job, chunk } = journal;
  const stored = { ...journal, rows: JSON.stringify(journal.rows) };
  return { ...keyOf(job, chunk), shape: SHAPES.journal, ...stored };
}

function readJournal(found: Record<string, unknown>): Journal {
  const { rows, ...stored } = readStored('journal', found);
  // Journals of earlier releases have a list.
  const read: unknown = typeof rows === 'string' ? JSON.parse(rows) : rows;
  return journalSchema.parse({ ...stored, rows: read });
}

/** The journals in DynamoDB, one item each, written whole under a condition on the version. */
export function openJournalStore(table: Table): JournalStore {
  const { client, name: TableName } = table;

  async function read(job: string, chunk: number): Promise<Journal | null> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keyOf(job, chunk), ConsistentRead: true }),
    );
    return Item === undefined ? null : readJournal(Item);
  }

  return {
    read,

    async create(journal) {
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: item(journal),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
      }
    },

    async save(journal) {
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: item(journal),
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': journal.version - 1 },
          }),
        );
        return 'saved';
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
        // The write may be our own, repeated by the client after its answer was lost.
        const stored = await read(journal.job, journal.chunk);
        return stored?.nonce === journal.nonce ? 'saved' : 'lost';
      }
    },

    async list(job) {
      const items = await readItems(table, `JOB#${job}`, 'CHUNK#');
      return items.map(readJournal);
    },
  };
}
