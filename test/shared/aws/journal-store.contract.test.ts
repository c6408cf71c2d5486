import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERY_STATE, journalOf, order, part } from '../../support/journal-sample.ts';
import { KINDS, type Stores } from './store-contract.ts';

describe.each(KINDS)('journals %s', (_, open) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(async () => {
    await stores.close();
  });

  test('are read as they were stored, with every order on them', async () => {
    const orders = Object.entries(EVERY_STATE).map(([id, state]) => order(id, state));
    const journal = journalOf(3, { job: 'whole', parts: [part(0, [0, 1, 2], orders)] });
    await stores.journals.create(journal);

    expect(await stores.journals.read('whole', 0)).toEqual(journal);
  });

  test('that nobody stored are read as none', async () => {
    expect(await stores.journals.read('nowhere', 0)).toBeNull();
    expect(await stores.journals.list('nowhere')).toEqual([]);
  });

  test('are created once: what was done since is not undone by creating them again', async () => {
    const journal = journalOf(1, { job: 'twice' });
    await stores.journals.create(journal);
    await stores.journals.save({ ...journal, version: 1, nonce: 'a', state: 'sealed' });
    await stores.journals.create(journal);

    expect(await stores.journals.read('twice', 0)).toMatchObject({ version: 1, state: 'sealed' });
  });

  test('are replaced only from the version that was read', async () => {
    const journal = journalOf(1, { job: 'versions' });
    await stores.journals.create(journal);

    expect(await stores.journals.save({ ...journal, version: 1, nonce: 'mine' })).toBe('saved');
    expect(await stores.journals.save({ ...journal, version: 1, nonce: 'other' })).toBe('lost');
    expect(await stores.journals.save({ ...journal, version: 3, nonce: 'later' })).toBe('lost');
    expect(await stores.journals.read('versions', 0)).toMatchObject({ version: 1, nonce: 'mine' });
  });

  test('go to one of two workers who write at the same moment', async () => {
    const journal = journalOf(1, { job: 'race' });
    await stores.journals.create(journal);
    const answers = await Promise.all(
      ['a', 'b', 'c'].map(
        async (nonce) => await stores.journals.save({ ...journal, version: 1, nonce }),
      ),
    );

    expect(answers.toSorted()).toEqual(['lost', 'lost', 'saved']);
  });

  test('that were never created cannot be saved', async () => {
    const journal = journalOf(1, { job: 'ghost', version: 1, nonce: 'mine' });

    expect(await stores.journals.save(journal)).toBe('lost');
    expect(await stores.journals.read('ghost', 0)).toBeNull();
  });

  test('are listed by the number of their chunk, those of one job only', async () => {
    const chunks = [10, 2, 0, 100, 1];
    for (const chunk of chunks) await stores.journals.create(journalOf(1, { job: 'many', chunk }));
    await stores.journals.create(journalOf(1, { job: 'many2' }));

    const listed = await stores.journals.list('many');
    expect(listed.map(({ job, chunk }) => `${job} ${chunk}`)).toEqual([
      'many 0',
      'many 1',
      'many 2',
      'many 10',
      'many 100',
    ]);
  });
});
