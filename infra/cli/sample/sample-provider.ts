import type { Account } from '../../../shared/settings/account.ts';

/** The providers of which there is a sandbox and a sample. */
export type SampleProvider = Account['provider'];

/** The names under which their quotes are dropped. */
export const SAMPLE_NAMES: Readonly<Record<SampleProvider, string>> = {
  huawei: 'sample-quote.xlsx',
  alibaba: 'sample-alibaba.xlsx',
};

/** The providers, the first one first. */
export const SAMPLE_PROVIDERS = Object.keys(SAMPLE_NAMES) as readonly SampleProvider[];

/** Whether there is a sample of that name. */
export function isSampleProvider(name: string): name is SampleProvider {
  return Object.hasOwn(SAMPLE_NAMES, name);
}
