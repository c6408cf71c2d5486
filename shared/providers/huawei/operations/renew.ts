import * as z from 'zod/mini';
import type { Term } from '../../../values/term.ts';
import type { Answer } from '../../../renewal/answer.ts';
import type { RenewAnswer } from '../../../ports/provider.ts';
import type { Settled } from '../../wire/verdict.ts';
import type { Connection } from '../connection.ts';
import { isThrottle, isUnclear, named, refusalOf } from '../errors/error-table.ts';
import { failure } from '../errors/failure-shape.ts';
import { list, text } from '../../wire/fields.ts';
import { matchIds } from '../match-ids.ts';
import { period } from '../period.ts';

const failures = z.object({
  fail_resource_infos: list(failure),
  expired_resource_ids: list(text),
});

const orders = z.object({ order_ids: list(text) });

/** The code that comes with `expired_resource_ids` (Huawei contract, section 1). */
const GONE = 'CBC.99003016';

/**
 * Makes unpaid renewal orders for main resources of one term (Huawei contract, section 1). Payment
 * is switched off in so many words, for the default is only described, not promised. Order ids are
 * taken from whatever comes back, from a broken answer too, because what has a number exists. Throws
 * without ids, which would be a fault of the caller.
 */
export async function renew(
  connection: Connection,
  ids: readonly string[],
  term: Term,
): Promise<RenewAnswer> {
  if (ids.length === 0) throw new Error('a renewal needs at least one resource id');
  const { client, account } = connection;
  const policy = account.expirePolicy === null ? {} : { expire_policy: account.expirePolicy };
  const body = { resource_ids: ids, ...period(term), is_auto_pay: 0, ...policy };
  const settled = await client.call({ api: 'renew', body });
  const made = orderIds(settled);
  const failed = failedResources(connection, settled, ids);
  return { answer: judge(settled, made, failed, ids), orders: made, failed: failed.clear };
}

interface Failed {
  readonly clear: RenewAnswer['failed'];
  /** Whether a resource is named with a code that leaves open what happened to it. */
  readonly unclear: boolean;
}

function judge(
  settled: Settled,
  made: readonly string[],
  failed: Failed,
  ids: readonly string[],
): Answer<null> {
  switch (settled.kind) {
    case 'refused':
      return { kind: 'refused', refusal: settled.refusal };
    case 'unknown':
      return { kind: 'unknown', detail: settled.detail };
    case 'done':
      if (failed.unclear) {
        return { kind: 'unknown', detail: 'no clear result was given for some of the resources' };
      }
      // Whether a renewal is all or nothing is not documented: with every id named as failed, no
      // order is missed; with some left, a success that names no order proves nothing.
      if (made.length === 0 && failed.clear.length < new Set(ids).size) {
        return { kind: 'unknown', detail: 'accepted without an order id' };
      }
      return { kind: 'done', value: null };
  }
}

/** The texts of `order_ids`, whether a list or a single one, up to where the answer breaks off. */
const WRITTEN_IDS = /"order_ids"\s*:\s*(?:\[((?:\s*(?:"[^"\\]*"|null)\s*,?)*)|("[^"\\]*"))/u;

/** Complete order ids in the answer, also where it is an error or breaks off in the middle. */
function orderIds({ body, text: raw }: Settled): string[] {
  const read = body === undefined ? null : orders.safeParse(body);
  if (read?.success === true) {
    return [...new Set(read.data.order_ids.filter((id) => id !== null))];
  }
  const match = WRITTEN_IDS.exec(raw);
  const written = match?.[1] ?? match?.[2] ?? '';
  return [...new Set([...written.matchAll(/"([^"]+)"/gu)].map(([, id]) => id!))];
}

function failedResources(
  { client }: Connection,
  { body }: Settled,
  ids: readonly string[],
): Failed {
  const read = failures.safeParse(body);
  if (!read.success) return { clear: [], unclear: false };
  const match = matchIds(ids);
  const clear = new Map<string, RenewAnswer['failed'][number]>();
  let unclear = false;
  const note = (given: string | null, code: string | null, message: string): void => {
    const resourceId = given === null ? null : match(given);
    if (resourceId === null || code === null || isUnclear(code) || isThrottle(code)) {
      unclear = true;
      return;
    }
    const refusal = named(refusalOf('renew', code, message, client.clean));
    if (!clear.has(resourceId)) clear.set(resourceId, { resourceId, refusal });
  };
  for (const info of read.data.fail_resource_infos) {
    note(info.resource_id, info.error_code, info.error_msg ?? '');
  }
  for (const id of read.data.expired_resource_ids) note(id, GONE, '');
  return { clear: [...clear.values()], unclear };
}
