import type { Account } from '../settings/account.ts';
import type { ResourceDesk } from '../ports/provider.ts';
import type { Clock } from '../ports/services.ts';
import { openAlibabaDesk } from './alibaba/open-desk.ts';
import { connect } from './alibaba/open-rows.ts';
import { openClient } from './huawei/client.ts';
import { openHuaweiDesk } from './huawei/open-desk.ts';
import type { Verdict } from './wire/verdict.ts';

/**
 * Opens an account at its provider for looking only. What imports this instead of `openProvider` has
 * no code in its bundle that could order, pay or cancel.
 */
export function openDesk(
  account: Account,
  keys: { readonly accessKey: string; readonly secretKey: string } | null,
  how: {
    readonly clock: Clock;
    readonly httpTimeoutSeconds: number;
    /** Hears of each request's answer. */
    readonly note?: (verdict: Verdict) => void;
  },
): ResourceDesk {
  switch (account.provider) {
    case 'huawei':
      return openHuaweiDesk({ account, client: openClient({ account, keys, ...how }) });
    case 'alibaba':
      return openAlibabaDesk(connect({ account, keys, ...how }));
  }
}
