import type { StageSettings } from './config.ts';

/** Where a stage has its keys. */
type Secrets = Pick<StageSettings, 'secretPrefix' | 'readingSecretPrefix'>;

/**
 * The one sentence that says which stages could read each other's keys, or in which one those that only
 * look could read the keys that pay; null: none. What may read `a/*` may read `a/b/*`, too.
 */
export function sharedSecrets(settings: Readonly<Record<string, Secrets>>): string | null {
  const prefixes = Object.entries(settings).flatMap(([stage, one]) =>
    [one.secretPrefix, one.readingSecretPrefix].flatMap((prefix) =>
      prefix === null ? [] : { stage, prefix },
    ),
  );
  for (const [place, one] of prefixes.entries()) {
    const other = prefixes.find(
      ({ prefix }, at) => at !== place && `${prefix}/`.startsWith(`${one.prefix}/`),
    );
    if (other === undefined) continue;
    return other.stage === one.stage
      ? `In the stage ${one.stage} secretPrefix and readingSecretPrefix are equal or one lies below the other: give the stage another one in infra/config.ts.`
      : `The stages ${one.stage} and ${other.stage} could read each other's keys: give one of them another prefix of secrets in infra/config.ts.`;
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
