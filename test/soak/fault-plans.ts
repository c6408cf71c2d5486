import fc from 'fast-check';

const APIS = ['renew', 'pay', 'cancel', 'orderDetails', 'query', 'price', 'orders'] as const;

/** Ways to lose an answer that cost no real time. */
const lost = fc.constantFrom<unknown>(
  'reset',
  { status: 502 },
  { status: 500, code: 'CBC.0999' },
  'truncated',
  'malformed',
);
const keptBody = fc.constant({ status: 500, code: 'CBC.0999', keepBody: true });
/** Another payment of the account is under way: to be tried again later. */
const busy = fc.constant({ status: 400, code: 'CBC.99008040' });
const when = fc.constantFrom('before', 'after');
/** Also several calls in a row: a provider that is down. */
const call = fc.oneof(
  fc.integer({ min: 1, max: 10 }),
  fc.record({ from: fc.integer({ min: 1, max: 6 }), to: fc.integer({ min: 6, max: 14 }) }),
);

const single = fc.oneof(
  fc.record({ api: fc.constantFrom(...APIS), call, when, what: lost }),
  fc.record({
    api: fc.constantFrom('renew', 'pay', 'cancel'),
    call,
    when: fc.constant('after'),
    what: keptBody,
  }),
  fc.record({ api: fc.constantFrom(...APIS), call, what: fc.constant('throttle') }),
  fc.record({ api: fc.constant('pay'), call, what: busy }),
);

/** Something of everything by chance, all the time. */
const storm = fc
  .record({ chance: fc.constantFrom(0.05, 0.15, 0.3), when, what: lost })
  .map(({ chance, when, what }) =>
    APIS.flatMap((api) => [
      { api, chance, when, what },
      { api, chance: chance / 2, what: 'throttle' },
    ]),
  );

/** Faults of the provider, as a world file has them. */
export function faults(): fc.Arbitrary<readonly unknown[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(single, { maxLength: 4 }) },
    { weight: 1, arbitrary: storm },
  );
}
