import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { enlisted, newAccount, released, withHold } from '../jobs/account-line.ts';
import type { AccountState } from '../jobs/account-state.ts';
import { accountStateSchema, unprovedSchema } from '../store/account-item.ts';
import { readStored, SHAPES } from '../store/shape.ts';
import type { AccountStore, UnprovedRow } from '../ports/stores.ts';
import type { Clock } from '../ports/services.ts';
import { isConditionFailed, readItems, type Table } from './table.ts';

const WEEK_MS = 7 * 86_400_000;
/** More writers than this at one account's line at once would be a fault. */
const MOST_TRIES = 20;

function keyOf(account: string): { pk: string; sk: string } {
  return { pk: `ACCOUNT#${account}`, sk: 'ACCOUNT' };
}

function unprovedKey(
  account: string,
  { resourceId, expiryDay, job }: Omit<UnprovedRow, 'at'>,
): { pk: string; sk: string } {
  return {
    pk: `ACCOUNT#${account}`,
    sk: `UNPROVED#${resourceId.toLowerCase()}#${expiryDay}#${job}`,
  };
}

/** What is known of the accounts, in DynamoDB. Changes of the line go by compare-and-set. */
export function openAccountStore(table: Table, clock: Clock): AccountStore {
  const { client, name: TableName } = table;

  async function readVersioned(account: string): Promise<{ state: AccountState; version: number }> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keyOf(account), ConsistentRead: true }),
    );
    if (Item === undefined) return { state: newAccount(account), version: 0 };
    const { version, ...state } = accountStateSchema.parse(readStored('account', Item));
    return { state, version };
  }

  async function replace(state: AccountState, version: number): Promise<boolean> {
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: {
            ...keyOf(state.account),
            shape: SHAPES.account,
            ...state,
            version: version + 1,
          },
          ConditionExpression: 'attribute_not_exists(pk) OR #version = :before',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': version },
        }),
      );
      return true;
    } catch (error) {
      if (!isConditionFailed(error)) throw error;
      return false;
    }
  }

  /** Every change is one that may be made twice, so a lost answer only means to look again. */
  async function change(
    account: string,
    to: (state: AccountState) => AccountState,
  ): Promise<AccountState> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const { state, version } = await readVersioned(account);
      const next = to(state);
      if (next === state || (await replace(next, version))) return next;
    }
    throw new Error(`the line of account ${account} changed too often to be written`);
  }

  return {
    read: async (account) => (await readVersioned(account)).state,
    enlist: async (account, job) => await change(account, (state) => enlisted(state, job)),
    release: async (account, job) => await change(account, (state) => released(state, job)),
    hold: async (account, reason) => {
      await change(account, (state) => withHold(state, reason));
    },
    learnRung: async (account, rung) => {
      await change(account, (state) => (state.rung === rung ? state : { ...state, rung }));
    },

    async rememberUnproved(account, rows) {
      for (const row of rows) {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: unprovedKey(account, row),
            UpdateExpression:
              'SET resourceId = :id, expiryDay = :day, job = :job, #at = :at, expiresAt = :end',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: {
              ':id': row.resourceId,
              ':day': row.expiryDay,
              ':job': row.job,
              ':at': row.at,
              ':end': Math.ceil((row.at + WEEK_MS) / 1000),
            },
          }),
        );
      }
    },

    async forgetUnproved(account, row) {
      try {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: unprovedKey(account, row),
            ConditionExpression: 'attribute_exists(pk)',
            // As old as can be: nothing is ever deleted but by the table's own expiry.
            UpdateExpression: 'SET #at = :long',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':long': 0 },
          }),
        );
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
      }
    },

    async unproved(account, exceptJob) {
      const items = await readItems(table, `ACCOUNT#${account}`, 'UNPROVED#');
      const rows: UnprovedRow[] = items.map((stored) => unprovedSchema.parse(stored));
      return rows.filter(({ job, at }) => job !== exceptJob && clock() - at < WEEK_MS);
    },
  };
}
