import { expect, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { sharedAccount, sharedSecrets } from '../../infra/stages-apart.ts';

test('no two stages of this project could read the keys of each other', () => {
  expect(sharedSecrets(stages)).toBeNull();
});

test.each([
  ['renewsheet', 'renewsheet', true],
  ['renewsheet', 'renewsheet/trial', true],
  ['renewsheet/trial', 'renewsheet', true],
  ['renewsheet', 'renewsheet-trial', false],
])('stages with the prefixes %s and %s could read each other’s keys: %s', (one, other, could) => {
  const told = sharedSecrets({ one: { secretPrefix: one }, other: { secretPrefix: other } });

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
