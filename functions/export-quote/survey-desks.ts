import type { Account } from '../../shared/settings/account.ts';
import { surveyRate } from '../../shared/survey/pieces/piece-size.ts';
import type { ResourceDesk } from '../../shared/ports/provider.ts';
import type { Clock } from '../../shared/ports/services.ts';
import { openDesk } from '../../shared/providers/open-desk.ts';
import type { CallTally } from '../../shared/providers/wire/call-tally.ts';

interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/**
 * Opens desks at the rate of a survey and keeps each of them as long as the account's keys stay the
 * same: the calls of one piece and the next count together.
 */
export function surveyDesks(
  keysOf: (account: string) => Promise<Keys | null>,
  how: {
    readonly clock: Clock;
    readonly httpTimeoutSeconds: number;
    /** Hears of the requests of an account. */
    readonly note?: CallTally['of'];
  },
): (account: Account) => Promise<ResourceDesk> {
  const open = new Map<string, { readonly keys: Keys | null; readonly desk: ResourceDesk }>();
  return async (account) => {
    const keys = await keysOf(account.name);
    const kept = open.get(account.name);
    if (kept !== undefined && isSame(kept.keys, keys)) return kept.desk;
    const { note, ...rest } = how;
    const heard = note === undefined ? {} : { note: note(account.name) };
    const own = { ...account, callsPerSecond: surveyRate(account) };
    const desk = openDesk(own, keys, { ...rest, ...heard });
    open.set(account.name, { keys, desk });
    return desk;
  };
}

function isSame(one: Keys | null, other: Keys | null): boolean {
  return one?.accessKey === other?.accessKey && one?.secretKey === other?.secretKey;
}
