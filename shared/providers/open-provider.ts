import type { Account } from '../settings/account.ts';
import type { Provider } from '../ports/provider.ts';
import type { Clock } from '../ports/services.ts';
import { openAlibaba } from './alibaba/open-alibaba.ts';
import { openHuawei } from './huawei/open-huawei.ts';
import type { Verdict } from './wire/verdict.ts';

/** Opens an account at its provider. */
export function openProvider(
  account: Account,
  keys: { readonly accessKey: string; readonly secretKey: string } | null,
  how: {
    readonly clock: Clock;
    readonly httpTimeoutSeconds: number;
    /** Milliseconds until no request may be begun any more. */
    readonly left: () => number;
    /** Hears of each request's answer. */
    readonly note?: (verdict: Verdict) => void;
  },
): Provider {
  switch (account.provider) {
    case 'huawei':
      return openHuawei({ account, keys, ...how });
    case 'alibaba':
      return openAlibaba({ account, keys, ...how });
  }
}
