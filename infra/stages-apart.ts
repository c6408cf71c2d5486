import type { StageSettings } from './config.ts';

/**
 * The one sentence that says which stages could read each other's keys; null: none. What may read
 * `a/*` may read `a/b/*`, too.
 */
export function sharedSecrets(
  settings: Readonly<Record<string, Pick<StageSettings, 'secretPrefix'>>>,
): string | null {
  const named = Object.entries(settings);
  for (const [one, { secretPrefix: prefix }] of named) {
    const other = named.find(
      ([name, { secretPrefix }]) => name !== one && `${secretPrefix}/`.startsWith(`${prefix}/`),
    );
    if (other !== undefined) {
      return `The stages ${one} and ${other[0]} could read each other's keys: give one of them another secretPrefix in infra/config.ts.`;
    }
  }
  return null;
}

/**
 * The one sentence that says which account of this stage another stage renews for as well; null: none.
 * Told by their names, which is all that is known of an account before its keys are used.
 */
export function sharedAccount(
  stage: string,
  accounts: Readonly<Record<string, readonly string[]>>,
): string | null {
  const own = new Set(accounts[stage]);
  for (const [other, names] of Object.entries(accounts)) {
    const both = other === stage ? undefined : names.find((name) => own.has(name));
    if (both !== undefined) {
      return `The account ${both} is in the stages ${stage} and ${other}, and what one of them has ordered, the other does not know: take it out of one, or, if it is another account of the provider, give it another name there.`;
    }
  }
  return null;
}
