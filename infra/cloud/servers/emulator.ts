import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { buildApp } from 'fauxqs';
import { accessDenied, type Wire, type WireAnswer } from '../permissions/access-denied.ts';
import { queueNeeds, topicNeeds } from '../permissions/action-needs.ts';
import type { Gate } from '../permissions/gate.ts';
import type { Need } from '../permissions/permissions.ts';
import { openDurableStores } from './durable-stores.ts';
import { type Publication, readPublication } from '../events/publication.ts';
import { readSignature } from './signature.ts';
import { storageRefusal } from './storage-refusals.ts';
import { traceMessages } from './traced-messages.ts';
import { deletedKeys, storageNeeds, type StorageRequest } from '../permissions/storage-needs.ts';
import { TRACE_HEADER } from '../functions/chain.ts';
import type { StoredObject } from '../events/object-created.ts';
import type { RemovedObject } from '../events/object-removed.ts';

/** S3, SQS and SNS on one port of 127.0.0.1. */
export interface Emulator {
  readonly app: FastifyInstance;
  readonly endpoint: string;
}

/** Who hears of what was done there. */
export interface Listeners {
  readonly onWritten: (object: StoredObject) => void;
  readonly onRemoved: (object: RemovedObject) => void;
  readonly onPublished: (publication: Publication) => void;
}

interface Judged {
  readonly wire: Wire;
  readonly needs: readonly Need[];
}

function storageRequest(request: FastifyRequest): StorageRequest {
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

function judge(request: FastifyRequest): Judged {
  if (request.method !== 'POST' || request.url !== '/') {
    return { wire: 's3', needs: storageNeeds(storageRequest(request)) };
  }
  const input = request.body as Record<string, unknown>;
  const operation = queueOperation(request);
  if (operation === null) return { wire: 'sns', needs: topicNeeds(input) };
  return { wire: 'sqs', needs: queueNeeds(operation, input) };
}

/** The SQS call; null: it is none. */
function queueOperation({ headers }: FastifyRequest): string | null {
  const target = headers['x-amz-target'];
  return typeof target === 'string' ? target.replace('AmazonSQS.', '') : null;
}

function callerOf(request: FastifyRequest): string | undefined {
  return readSignature(request.headers.authorization, request.url).accessKey;
}

function answer(request: FastifyRequest, reply: FastifyReply, wire: WireAnswer): void {
  void reply
    .code(wire.status)
    .headers(wire.headers)
    .send(request.method === 'HEAD' ? undefined : wire.body);
}

/** A missing object is a refusal, on S3 too, to those who may not list the bucket. */
function hiddenObject(gate: Gate, request: FastifyRequest, reply: FastifyReply): WireAnswer | null {
  const { method, bucket, key } = storageRequest(request);
  if (reply.statusCode !== 404 || !key || (method !== 'GET' && method !== 'HEAD')) return null;
  const need = { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` };
  if (gate.mayDo(callerOf(request), need)) return null;
  gate.refuse(callerOf(request), [need]);
  return accessDenied('s3', need);
}

function writtenObject(request: FastifyRequest, reply: FastifyReply): StoredObject | null {
  if (reply.statusCode !== 200) return null;
  const { method, bucket, key, query, headers } = storageRequest(request);
  if (!key || (method !== 'PUT' && method !== 'POST')) return null;
  if ('partNumber' in query || 'uploads' in query) return null;
  const put = headers['x-amz-copy-source'] ? 'Copy' : 'Put';
  const how = method === 'POST' ? 'CompleteMultipartUpload' : put;
  const trace = headers[TRACE_HEADER];
  const chain = typeof trace === 'string' ? { trace } : {};
  return { bucket, key, how, by: callerOf(request) ?? 'unknown', ...chain };
}

function removedObjects(request: FastifyRequest, reply: FastifyReply): readonly RemovedObject[] {
  if (reply.statusCode !== 200 && reply.statusCode !== 204) return [];
  const asked = storageRequest(request);
  const { method, bucket, key, query, body } = asked;
  const by = callerOf(request) ?? 'unknown';
  if (bucket && !key && method === 'POST' && 'delete' in query) {
    return deletedKeys(body).map((one) => ({ bucket, key: one, by }));
  }
  if (!key || method !== 'DELETE' || 'uploadId' in query || 'tagging' in query) return [];
  return [{ bucket, key, by }];
}

/**
 * Starts S3, SQS and SNS on a free port, kept in a folder or else in memory. Every request passes
 * the gate first; the listeners hear of each object that was written or removed and of each message
 * that was published.
 */
export async function startEmulator(
  gate: Gate,
  { onWritten, onRemoved, onPublished }: Listeners,
  folder?: string,
): Promise<Emulator> {
  const kept = folder === undefined ? null : await openDurableStores(folder);
  // Its own typing of the result comes out as `any`.
  const app = buildApp({
    logger: false,
    ...(kept === null ? {} : { stores: kept.stores }),
  }) as FastifyInstance;
  if (kept !== null) app.addHook('onClose', kept.close);
  app.addHook('preHandler', (request, reply, done) => {
    const { wire, needs } = judge(request);
    const denied = gate.refuse(callerOf(request), needs);
    const impossible = wire === 's3' ? storageRefusal(storageRequest(request)) : null;
    const refused = denied === null ? impossible : accessDenied(wire, denied);
    if (refused !== null) {
      answer(request, reply, refused);
      return;
    }
    const operation = wire === 'sqs' ? queueOperation(request) : null;
    if (operation !== null) request.body = traceMessages(operation, request.body, request.headers);
    done();
  });
  // Not async: the emulator's handlers do not await `send`, and a hook that does makes them answer
  // a second time.
  app.addHook('onSend', (request, reply, payload, done) => {
    const hidden = hiddenObject(gate, request, reply);
    if (hidden) reply.code(hidden.status);
    const object = writtenObject(request, reply);
    if (object) onWritten(object);
    for (const removed of removedObjects(request, reply)) onRemoved(removed);
    const publication = reply.statusCode === 200 ? readPublication(request.body) : null;
    if (publication) onPublished(publication);
    done(null, hidden && request.method !== 'HEAD' ? hidden.body : payload);
  });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, endpoint };
}
