import type { GeneralSettings } from '../../settings/account.ts';
import type { OrderReading } from '../../renewal/readings.ts';
import type { Client } from './client.ts';
import type { Instance } from './operations/instance-shape.ts';
import type { AlibabaSettings } from './settled-settings.ts';

/** An account at Alibaba Cloud. */
export type AlibabaAccount = GeneralSettings & AlibabaSettings;

/** What every operation works with. */
export interface Connection {
  readonly client: Client;
  readonly account: AlibabaAccount;
  /** Instances as last shown, by id: product and region of one never change. */
  readonly seen: Map<string, Instance>;
  /** Names of domains as last shown, by the ids that they have as instances. */
  readonly domains: Map<string, string>;
  /** Names of domains as the provider spells them, by their one key: so they are sent. */
  readonly spelled: Map<string, string>;
  /** How many orders a page of their list is known to hold; null: not known yet. */
  orderPage: number | null;
  /** What lies under orders that are paid, by number: it stays as it is. */
  readonly under: Map<string, readonly string[]>;
  /** Tasks that are over, by number: nothing more becomes of them. */
  readonly ended: Map<string, readonly OrderReading[]>;
}
