import { expect, test } from 'vitest';
import { moneyRun } from '../support/money-run.ts';

/** What a chunk of 100 rows may cost in writes of its journal; entering the memory takes two more. */
const MOST_WRITES = 18;

test.each([100, 10])(
  'a chunk of 100 rows costs at most twenty writes, with %i ids a call',
  async (maxIdsPerRenew) => {
    const run = await moneyRun({ rows: 100, behaviour: { maxIdsPerRenew } });
    const { journals } = run.app;
    const save = journals.save.bind(journals);
    let writes = 0;
    journals.save = async (journal) => {
      writes += 1;
      return await save(journal);
    };
    await run.finish();

    expect(run.words().filter((word) => word === 'renewed')).toHaveLength(100);
    expect(writes).toBeLessThanOrEqual(MOST_WRITES);
  },
);
