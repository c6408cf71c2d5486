import type { Provider, Purchases, ResourceDesk } from '../../../../shared/ports/provider.ts';
import type {
  AlibabaAccount,
  Connection,
} from '../../../../shared/providers/alibaba/connection.ts';
import { openAlibaba } from '../../../../shared/providers/alibaba/open-alibaba.ts';
import { openAlibabaDesk } from '../../../../shared/providers/alibaba/open-desk.ts';
import { type AlibabaOptions, connect } from '../../../../shared/providers/alibaba/open-rows.ts';
import type { AlibabaSettings } from '../../../../shared/providers/alibaba/settled-settings.ts';
import type { Keys } from '../../../../shared/providers/wire/keys.ts';
import { testAccount } from '../../../support/quote-rows.ts';
import { json, type Reply, scriptedFetch, type Sent } from '../scripted-fetch.ts';

export const KEYS = { accessKey: 'LTAIACCESSKEY', secretKey: 'SKVERYSECRETINDEED' };

/** 2026-08-01T00:00:00Z */
export const START = Date.UTC(2026, 7, 1);

const SETTINGS: AlibabaSettings = {
  provider: 'alibaba',
  endpoint: null,
  callsPerSecond: 1000,
  site: 'international',
  allowUnpriced: false,
  domainTasks: 'single',
  hosts: {},
};

const {
  iamUser: _user,
  expirePolicy: _policy,
  orderUrl: _url,
  provider: _provider,
  ...general
} = testAccount();

/** An account at the international site with every default. */
export const ACCOUNT: AlibabaAccount = { ...general, ...SETTINGS };

/** An adapter opened on a script, its waits taking no time but moving the clock. */
export interface Opened {
  readonly provider: Provider<Purchases> & { readonly resources: ResourceDesk };
  /** What its operations are called with. */
  readonly connection: Connection;
  readonly sent: Sent[];
  readonly waits: number[];
}

export function opened(
  script: readonly Reply[] | Reply,
  settings: Partial<AlibabaAccount> = {},
  more: { readonly httpTimeoutSeconds?: number; readonly keys?: Keys | null } = {},
): Opened {
  const { fetch, sent } = scriptedFetch(script);
  const waits: number[] = [];
  let now = START;
  let nonces = 0;
  const options: AlibabaOptions = {
    account: { ...ACCOUNT, ...settings },
    keys: more.keys === undefined ? KEYS : more.keys,
    httpTimeoutSeconds: more.httpTimeoutSeconds ?? 20,
    clock: () => now,
    random: () => 0,
    nonce: () => `nonce-${(nonces += 1)}`,
    fetch,
    wait: async (ms: number) => {
      waits.push(ms);
      now += ms;
    },
  };
  const connection = connect(options);
  const provider = { ...openAlibaba(options), resources: openAlibabaDesk(connection) };
  return { provider, connection, sent, waits };
}

/** The action of a request and its parameters. */
export function said({ url, headers }: Sent): { readonly action: string } & Record<string, string> {
  return { action: headers['x-acs-action']!, ...Object.fromEntries(url.searchParams) };
}

/** A failure in the provider's form. */
export function refused(code: string, status = 400): Reply {
  return json({ RequestId: 'R', Code: code, Message: `text of ${code}` }, status);
}

/** A success of the billing interface. */
export function billed(data: unknown): Reply {
  return json({
    Code: 'Success',
    Message: 'Successful!',
    RequestId: 'R',
    Success: true,
    Data: data,
  });
}

/** Answers by action; one that is not listed is refused as unknown. */
export function byAction(replies: Readonly<Record<string, Reply>>): Reply {
  return async (sent) => await (replies[said(sent).action] ?? refused('NoSuchVersion'))(sent);
}

/** One instance as the billing interface shows it. */
export function instance(id: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    InstanceID: id,
    ProductCode: 'ecs',
    ProductType: 'ecs',
    SubscriptionType: 'Subscription',
    Region: 'ap-southeast-1',
    Status: 'Normal',
    EndTime: '2026-12-20T16:00:00Z',
    RenewStatus: 'ManualRenewal',
    ...more,
  };
}

/** An answer with these instances. */
export function instances(...list: readonly unknown[]): Reply {
  return billed({ PageNum: 1, PageSize: 100, TotalCount: list.length, InstanceList: list });
}
