import type { ResourceDesk } from '../../ports/provider.ts';
import type { Connection } from './connection.ts';
import { openAlibabaRows } from './open-rows.ts';
import { listDue } from './operations/list-due.ts';

/** The reads of one account: with nothing else bundled, nothing can be ordered, paid or cancelled. */
export function openAlibabaDesk(connection: Connection): ResourceDesk {
  return {
    ...openAlibabaRows(connection),
    due: async (filter, from) => await listDue(connection, filter, from),
    // No interface here tells of resources that are renewed together with another one.
    attached: async () => await Promise.resolve({ kind: 'done', value: new Map() }),
  };
}
