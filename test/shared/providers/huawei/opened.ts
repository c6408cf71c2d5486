import type { ReservingProvider, ResourceDesk } from '../../../../shared/ports/provider.ts';
import { openClient } from '../../../../shared/providers/huawei/client.ts';
import type { Connection, HuaweiAccount } from '../../../../shared/providers/huawei/connection.ts';
import type { Keys } from '../../../../shared/providers/wire/keys.ts';
import { openHuaweiDesk } from '../../../../shared/providers/huawei/open-desk.ts';
import { openHuawei } from '../../../../shared/providers/huawei/open-huawei.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { type Reply, scriptedFetch, type Sent } from '../scripted-fetch.ts';

export const KEYS = { accessKey: 'AKSECRETACCESS', secretKey: 'SKVERYSECRETINDEED' };

/** 2026-08-01T00:00:00Z */
export const START = Date.UTC(2026, 7, 1);

export const ACCOUNT = testAccount({ endpoint: 'https://bss-intl.myhuaweicloud.com' });

/** An adapter opened on a script, its waits taking no time but moving the clock. */
export interface Opened {
  readonly provider: ReservingProvider & { readonly resources: ResourceDesk };
  /** What its operations are called with. */
  readonly connection: Connection;
  readonly sent: Sent[];
  readonly waits: number[];
}

export function opened(
  script: readonly Reply[] | Reply,
  settings: Partial<HuaweiAccount> = {},
  more: {
    readonly httpTimeoutSeconds?: number;
    readonly random?: () => number;
    readonly keys?: Keys | null;
    /** Milliseconds until nothing may be begun any more, by the clock. */
    readonly left?: (now: number) => number;
  } = {},
): Opened {
  const { fetch, sent } = scriptedFetch(script);
  const waits: number[] = [];
  let now = START;
  const options = {
    account: { ...ACCOUNT, ...settings },
    keys: more.keys === undefined ? KEYS : more.keys,
    httpTimeoutSeconds: more.httpTimeoutSeconds ?? 20,
    clock: () => now,
    random: more.random ?? (() => 0),
    left: () => more.left?.(now) ?? Infinity,
    fetch,
    wait: async (ms: number) => {
      waits.push(ms);
      now += ms;
    },
  };
  const connection = { client: openClient(options), account: options.account };
  const provider = { ...openHuawei(options), resources: openHuaweiDesk(connection) };
  return { provider, connection, sent, waits };
}
