import type { GeneralSettings } from '../../settings/account.ts';
import type { Client } from './client.ts';
import type { HuaweiSettings } from './settled-settings.ts';

/** An account at Huawei Cloud. */
export type HuaweiAccount = GeneralSettings & HuaweiSettings;

/** What every operation works with. */
export interface Connection {
  readonly client: Client;
  readonly account: HuaweiAccount;
}
