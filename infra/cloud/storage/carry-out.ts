import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredObject } from '../events/object-created.ts';
import type { RemovedObject } from '../events/object-removed.ts';
import { TRACE_HEADER } from '../functions/chain.ts';
import { deletedKeys, type StorageRequest } from '../permissions/storage-needs.ts';
import { isMarker } from './object-version.ts';
import { askedVersion, changeOf } from './storage-request.ts';
import type { VersionedObjects } from './versioned-objects.ts';

/** Who hears of what was done. */
export interface StorageListeners {
  readonly onWritten: (object: StoredObject) => void;
  readonly onRemoved: (object: RemovedObject) => void;
}

/** Right before the emulator carries a request out: keeps what it changes, leads it to the asked version. */
export function prepare(
  request: FastifyRequest,
  asked: StorageRequest,
  objects: VersionedObjects,
): void {
  const { bucket, key, body } = asked;
  if (!objects.has(bucket)) return;
  const version = askedVersion(asked);
  if (version !== null) {
    const found = objects.find(bucket, key, version);
    // The emulator looks for the object where the parameters say.
    if (found?.kind === 'kept')
      Object.assign(request.params as object, { bucket: found.bucket, '*': found.key });
    return;
  }
  switch (changeOf(asked)) {
    case 'write':
    case 'delete':
      objects.keep(bucket, key);
      break;
    case 'delete several':
      for (const each of deletedKeys(body)) objects.keep(bucket, each);
      break;
    case 'none':
      break;
  }
}

/** Right after it: names the version in the answer, sets markers, and tells who listens. `by`: the access key. */
export function conclude(
  asked: StorageRequest,
  reply: FastifyReply,
  by: string,
  objects: VersionedObjects,
  { onWritten, onRemoved }: StorageListeners,
): void {
  const { bucket, key, method, body } = asked;
  if (reply.statusCode !== 200 && reply.statusCode !== 204) return;
  switch (changeOf(asked)) {
    case 'write': {
      const facts = objects.current(bucket, key);
      if (facts === null) return;
      if (facts.versionId !== undefined) reply.header('x-amz-version-id', facts.versionId);
      onWritten({ bucket, key, how: howWritten(asked), by, facts, ...chainOf(asked) });
      break;
    }
    case 'delete':
      onRemoved({ bucket, key, by, ...deleted(asked, reply, objects) });
      break;
    case 'delete several':
      for (const each of deletedKeys(body)) {
        onRemoved({ bucket, key: each, by, ...markedAt(bucket, each, objects) });
      }
      break;
    case 'none': {
      if (!key || (method !== 'GET' && method !== 'HEAD')) return;
      const version = askedVersion(asked) ?? objects.current(bucket, key)?.versionId;
      if (version !== undefined) reply.header('x-amz-version-id', version);
      break;
    }
  }
}

function howWritten({ method, headers }: StorageRequest): StoredObject['how'] {
  if (method === 'POST') return 'CompleteMultipartUpload';
  return headers['x-amz-copy-source'] ? 'Copy' : 'Put';
}

function chainOf({ headers }: StorageRequest): Pick<StoredObject, 'trace'> {
  const trace = headers[TRACE_HEADER];
  return typeof trace === 'string' ? { trace } : {};
}

type Removal = Pick<RemovedObject, 'how' | 'versionId'>;

/** A bucket without versions keeps nothing of it; with them a marker takes its place. */
function markedAt(bucket: string, key: string, objects: VersionedObjects): Removal {
  if (!objects.has(bucket)) return { how: 'Delete' };
  return { how: 'DeleteMarkerCreated', versionId: objects.mark(bucket, key, Date.now()) };
}

function deleted(asked: StorageRequest, reply: FastifyReply, objects: VersionedObjects): Removal {
  const { bucket, key } = asked;
  const version = askedVersion(asked);
  if (version === null || !objects.has(bucket)) {
    const removal = markedAt(bucket, key, objects);
    if (removal.versionId !== undefined) {
      reply.headers({ 'x-amz-version-id': removal.versionId, 'x-amz-delete-marker': 'true' });
    }
    return removal;
  }
  objects.restore(bucket, key);
  reply.header('x-amz-version-id', version);
  if (isMarker(version)) reply.header('x-amz-delete-marker', 'true');
  return { how: 'Delete', versionId: version };
}
