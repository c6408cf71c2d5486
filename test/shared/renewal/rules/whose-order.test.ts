import { describe, expect, test } from 'vitest';
import { isOfOthers, isSurelyOurs } from '../../../../shared/renewal/rules/whose-order.ts';

const AT = Date.parse('2026-12-01T00:00:00Z');
const MINUTE = 60_000;
const OURS = { userName: 'renewer', automatic: false };

describe('an order is of others', () => {
  test.each([
    ['our own user', { ...OURS }, 'renewer', false],
    ['another user', { ...OURS, userName: 'colleague' }, 'renewer', true],
    ['no user that it names', { ...OURS, userName: null }, 'renewer', true],
    ['any user, where none of ours is on record', { ...OURS, userName: 'colleague' }, null, false],
    ['the provider itself', { ...OURS, automatic: true }, 'renewer', true],
    ['the provider itself, where no user is on record', { ...OURS, automatic: true }, null, true],
  ])('or not, made by %s', (_, order, ownUser, expected) => {
    expect(isOfOthers(order, { ownUser })).toBe(expected);
  });
});

function isOurs(
  after: number | null,
  more: Partial<typeof OURS> = {},
  ownUser: string | null = 'renewer',
): boolean {
  const createdAt = after === null ? null : AT + after;
  return isSurelyOurs({ ...OURS, ...more, createdAt }, { ownUser }, AT);
}

describe('an order is surely ours', () => {
  test.each([
    ['at the instant of the call', 0, true],
    ['within five minutes of it', 5 * MINUTE, true],
    ['later', 5 * MINUTE + 1, false],
    ['a minute before, by a clock that is behind', -MINUTE, true],
    ['before that', -MINUTE - 1, false],
    ['at an unknown time', null, false],
  ])('or not, made by our user %s', (_, after, expected) => {
    expect(isOurs(after)).toBe(expected);
  });

  test('never by somebody else, the provider, or without a user on record', () => {
    expect(isOurs(0, { userName: 'colleague' })).toBe(false);
    expect(isOurs(0, { automatic: true })).toBe(false);
    expect(isOurs(0, {}, null)).toBe(false);
  });
});
