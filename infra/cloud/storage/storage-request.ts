import type { FastifyRequest } from 'fastify';
import type { StorageRequest } from '../permissions/storage-needs.ts';

/** What a request asks of S3. */
export function storageRequest(request: FastifyRequest): StorageRequest {
  const parameters = request.params as Record<string, string | undefined>;
  return {
    method: request.method,
    bucket: parameters['bucket'] ?? '',
    key: parameters['*'] ?? '',
    query: request.query as Record<string, unknown>,
    headers: request.headers,
    body: request.method === 'POST' && Buffer.isBuffer(request.body) ? String(request.body) : '',
  };
}

/** The version that is asked for; null: the newest. */
export function askedVersion({ query }: StorageRequest): string | null {
  const version = query['versionId'];
  return typeof version === 'string' ? version : null;
}

/** The keys that a request writes or deletes, once it is carried out; a part of an upload writes none. */
export type Change = 'write' | 'delete' | 'delete several' | 'none';

/** What a request changes. */
export function changeOf({ method, bucket, key, query }: StorageRequest): Change {
  if (bucket && !key && method === 'POST' && 'delete' in query) return 'delete several';
  if (!key || 'tagging' in query || 'partNumber' in query || 'uploads' in query) return 'none';
  if (method === 'PUT' || method === 'POST') return 'write';
  return method === 'DELETE' && !('uploadId' in query) ? 'delete' : 'none';
}
