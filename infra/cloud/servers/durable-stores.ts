import type { BuildAppOptions } from 'fauxqs';

/** What the emulator of S3, SQS and SNS keeps. */
type Stores = NonNullable<BuildAppOptions['stores']>;

/** Stores whose every change is on disk before it is answered. */
export interface DurableStores {
  readonly stores: Stores;
  readonly close: () => void;
}

/** What is used of the emulator's own SQLite store, which it does not export. */
interface Persistence {
  readonly db: { exec(sql: string): void };
  load(...stores: readonly [Stores['sqsStore'], Stores['snsStore'], Stores['s3Store']]): void;
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

/** Opens the stores kept in a folder, which is made where there is none. One process at a time. */
export async function openDurableStores(folder: string): Promise<DurableStores> {
  const [{ PersistenceManager }, { SqsStore }, { SnsStore }, { S3Store }] = await Promise.all([
    inside<{ PersistenceManager: new (folder: string) => Persistence }>('./persistence.js'),
    inside<{ SqsStore: new () => Stores['sqsStore'] }>('./sqs/sqsStore.js'),
    inside<{ SnsStore: new () => Stores['snsStore'] }>('./sns/snsStore.js'),
    inside<{ S3Store: new () => Stores['s3Store'] }>('./s3/s3Store.js'),
  ]);
  const persistence = new PersistenceManager(folder);
  // Enough for the end of a process, which is what the folder has to survive.
  persistence.db.exec('PRAGMA synchronous = NORMAL');
  persistence.db.exec(FREE_MESSAGES);
  // Its own writes NULL into a column that must not be NULL, and fails.
  persistence.updateMessageReady = (id) => {
    persistence.updateMessageInflight(id, null, null, 0, null);
  };
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
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
