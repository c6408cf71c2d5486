import type { ResourceDesk } from '../../ports/provider.ts';
import type { Connection } from './connection.ts';
import { openHuaweiRows } from './open-rows.ts';
import { countAttached } from './operations/count-attached.ts';
import { listDue } from './operations/list-due.ts';

/** The reads of one account: with nothing else bundled, nothing can be ordered, paid or cancelled. */
export function openHuaweiDesk(connection: Connection): ResourceDesk {
  return {
    ...openHuaweiRows(connection),
    due: async (filter, from) => await listDue(connection, filter, from),
    attached: async (ids) => await countAttached(connection, ids),
  };
}
