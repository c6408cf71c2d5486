import type { Account } from '../../../shared/settings/account.ts';

/** The providers of which there is a sandbox and a sample. */
export type SampleProvider = Account['provider'];

/** Whether there is a sample of that name. */
export function isSampleProvider(name: string): name is SampleProvider {
  const known: Readonly<Record<SampleProvider, true>> = { huawei: true, alibaba: true };
  return Object.hasOwn(known, name);
}
