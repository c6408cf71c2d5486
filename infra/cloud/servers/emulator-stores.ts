import type { BuildAppOptions } from 'fauxqs';

/** What the emulator of S3, SQS and SNS keeps. */
export type EmulatorStores = Required<NonNullable<BuildAppOptions['stores']>>;

/** The stores while they are open. */
export interface OpenStores {
  readonly stores: EmulatorStores;
  readonly close: () => void;
}

/** What is used of the emulator's own SQLite store, which it does not export. */
interface Persistence {
  readonly db: { exec(sql: string): void };
  load(
    ...stores: readonly [
      EmulatorStores['sqsStore'],
      EmulatorStores['snsStore'],
      EmulatorStores['s3Store'],
    ]
  ): void;
  updateMessageInflight(id: string, ...rest: readonly [null, null, number, null]): void;
  updateMessageReady: (id: string) => void;
  close(): void;
}

/** The emulator listens on all interfaces when it opens its store itself, so that is done here. */
async function inside<Part>(path: string): Promise<Part> {
  return (await import(new URL(path, import.meta.resolve('fauxqs')).href)) as Part;
}

/**
 * Whoever had taken a message is dead, or this folder could not be opened: each is there to be taken
 * at once, and the delivery that was cut off does not count against it.
 */
const FREE_MESSAGES = `
  UPDATE sqs_messages
  SET receipt_handle = NULL, visibility_deadline = NULL,
      approximate_receive_count = MAX(0, approximate_receive_count - 1)
  WHERE receipt_handle IS NOT NULL`;

/**
 * Opens the stores in memory, or those kept in a folder, which is made where there is none: one process
 * at a time, and every change is on disk before it is answered.
 */
export async function openStores(folder?: string): Promise<OpenStores> {
  const [{ SqsStore }, { SnsStore }, { S3Store }] = await Promise.all([
    inside<{ SqsStore: new () => EmulatorStores['sqsStore'] }>('./sqs/sqsStore.js'),
    inside<{ SnsStore: new () => EmulatorStores['snsStore'] }>('./sns/snsStore.js'),
    inside<{ S3Store: new () => EmulatorStores['s3Store'] }>('./s3/s3Store.js'),
  ]);
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  if (folder === undefined) return { stores, close: () => undefined };
  const persistence = await openPersistence(folder);
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  const keepers = [...Object.values(stores), ...stores.sqsStore.allQueues()];
  for (const keeper of keepers) Object.assign(keeper, { persistence });
  return {
    stores,
    close: () => {
      persistence.close();
    },
  };
}

async function openPersistence(folder: string): Promise<Persistence> {
  const { PersistenceManager } = await inside<{
    PersistenceManager: new (folder: string) => Persistence;
  }>('./persistence.js');
  const persistence = new PersistenceManager(folder);
  // Enough for the end of a process, which is what the folder has to survive.
  persistence.db.exec('PRAGMA synchronous = NORMAL');
  persistence.db.exec(FREE_MESSAGES);
  // Its own writes NULL into a column that must not be NULL, and fails.
  persistence.updateMessageReady = (id) => {
    persistence.updateMessageInflight(id, null, null, 0, null);
  };
  return persistence;
}
