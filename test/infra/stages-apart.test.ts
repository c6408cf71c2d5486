import { expect, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { sharedAccount, sharedSecrets } from '../../infra/stages-apart.ts';

test('no two stages of this project could read the keys of each other', () => {
  expect(sharedSecrets(stages)).toBeNull();
});

function keysUnder(secretPrefix: string, readingSecretPrefix: string | null = null) {
  return { secretPrefix, readingSecretPrefix };
}

test.each([
  ['a', 'a', true],
  ['a', 'a/looking', true],
  ['a/paying', 'a', true],
  ['a', 'a-looking', false],
])(
  'with keys under %s and those that only look under %s it is refused: %s',
  (paying, looking, is) => {
    expect(sharedSecrets({ one: keysUnder(paying, looking) }) !== null).toBe(is);
  },
);

test('keys that only look are kept from other stages, too', () => {
  const stages = { one: keysUnder('a', 'b'), other: keysUnder('c', 'b') };

  expect(sharedSecrets(stages)).toMatch(/^The stages one and other could read/u);
});

test.each([
  ['renewsheet', 'renewsheet', true],
  ['renewsheet', 'renewsheet/trial', true],
  ['renewsheet/trial', 'renewsheet', true],
  ['renewsheet', 'renewsheet-trial', false],
])('stages with the prefixes %s and %s could read each other’s keys: %s', (one, other, could) => {
  const told = sharedSecrets({ one: keysUnder(one), other: keysUnder(other) });

  expect(told !== null).toBe(could);
});

test('an account that another stage renews for as well is named, with both stages', () => {
  const accounts = { production: ['main', 'second'], trial: ['try', 'second'] };

  expect(sharedAccount('trial', accounts)).toMatch(
    /^The account second is in the stages trial and production, .* give it another name there\.$/u,
  );
});

test.each([
  ['the accounts of all stages differ', { production: ['main'], trial: ['main-trial'] }],
  ['other stages share one among themselves', { production: ['main'], a: ['x'], b: ['x'] }],
  ['there is one stage', { production: ['main'] }],
])('where %s nothing is said', (_, accounts) => {
  expect(sharedAccount('production', accounts)).toBeNull();
});
