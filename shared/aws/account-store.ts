import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { enlisted, newAccount, released, withHold } from '../jobs/account-line.ts';
import type { AccountState } from '../jobs/account-state.ts';
import { accountStateSchema, unprovedSchema } from '../store/account-item.ts';
import { readStored, SHAPES } from '../store/shape.ts';
import type { AccountStore, UnprovedRow } from '../ports/stores.ts';
import { isConditionFailed, readItems, type Table } from './table.ts';

/** Instead of when it was left, since nothing is ever deleted: a person has looked. */
const SETTLED = 0;
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
export function openAccountStore(table: Table): AccountStore {
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

    async forgetUnproved(account, row) {
      try {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: unprovedKey(account, row),
            ConditionExpression: 'attribute_exists(pk)',
            UpdateExpression: 'SET #at = :settled',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':settled': SETTLED },
          }),
        );
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
      }
    },

    async unproved(account, exceptJob) {
      const items = await readItems(table, `ACCOUNT#${account}`, 'UNPROVED#');
      const rows: UnprovedRow[] = items.map((stored) => unprovedSchema.parse(stored));
      return rows.filter(({ job, at }) => job !== exceptJob && at !== SETTLED);
    },
  };
}
