import { describe, expect, test } from 'vitest';
import { quoteRow } from '../support/quote-rows.ts';
import { resources, runFlow } from './run-flow.ts';

describe('an order of which only one row is the trouble', () => {
  test('is parted where its rows have different discounts and one payment takes only one', async () => {
    const discounts = [[{ id: 'a', ratio: '0.9' }], [{ id: 'b', ratio: '0.8' }], []];
    const approved = ['9.00', '8.00', '10.00'];
    const flow = await runFlow(
      { resources: resources(3, (index) => ({ discounts: discounts[index] })) },
      { rows: approved.map((price, index) => quoteRow(index, { approved: price })) },
    );

    expect(flow.words).toEqual(['renewed', 'renewed', 'renewed']);
    expect(flow.wrong).toEqual([]);
  });

  test.each(['CBC.99003155', 'CBC.99003141'])(
    'costs only that row its renewal when its payment is refused with %s',
    async (pay) => {
      const flow = await runFlow({
        resources: resources(3, (index) => (index === 1 ? { errors: { pay } } : {})),
      });

      expect(flow.words).toEqual(['renewed', 'not renewable', 'renewed']);
      expect(flow.wrong).toEqual([]);
    },
  );
});
