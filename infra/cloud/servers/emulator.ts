import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { buildApp } from 'fauxqs';
import { accessDenied, type Wire, type WireAnswer } from '../permissions/access-denied.ts';
import { queueNeeds, topicNeeds } from '../permissions/action-needs.ts';
import type { Gate } from '../permissions/gate.ts';
import type { Need } from '../permissions/permissions.ts';
import { openStores } from './emulator-stores.ts';
import { type Publication, readPublication } from '../events/publication.ts';
import { readSignature } from './signature.ts';
import { traceMessages } from './traced-messages.ts';
import { storageNeeds, type StorageRequest } from '../permissions/storage-needs.ts';
import { conclude, prepare, type StorageListeners } from '../storage/carry-out.ts';
import { keepKey, keyNeeds } from '../storage/encrypted-objects.ts';
import { storageRefusal } from '../storage/storage-refusals.ts';
import { storageRequest } from '../storage/storage-request.ts';
import { VersionedObjects } from '../storage/versioned-objects.ts';

/** S3, SQS and SNS on one port of 127.0.0.1. */
export interface Emulator {
  readonly app: FastifyInstance;
  readonly endpoint: string;
  readonly objects: VersionedObjects;
}

/** Who hears of what was done there. */
export interface Listeners extends StorageListeners {
  readonly onPublished: (publication: Publication) => void;
  /** Hears whom a bucket is to tell of what; the reason why it is refused, or null. */
  readonly onTold?: (bucket: string, xml: string) => Promise<string | null>;
}

interface Judged {
  readonly wire: Wire;
  readonly needs: readonly Need[];
  /** What is asked, where it is asked of S3. */
  readonly asked: StorageRequest | null;
}

function judge(request: FastifyRequest, objects: VersionedObjects): Judged {
  if (request.method !== 'POST' || request.url !== '/') {
    const asked = storageRequest(request);
    return { wire: 's3', needs: [...storageNeeds(asked), ...keyNeeds(asked, objects)], asked };
  }
  const input = request.body as Record<string, unknown>;
  const operation = queueOperation(request);
  if (operation === null) return { wire: 'sns', needs: topicNeeds(input), asked: null };
  return { wire: 'sqs', needs: queueNeeds(operation, input), asked: null };
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

/** Whom a bucket is to tell of its objects (PutBucketNotificationConfiguration). */
function isTelling({ method, key, query }: StorageRequest): boolean {
  return method === 'PUT' && key === '' && 'notification' in query;
}

function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' || Buffer.isBuffer(body) ? String(body) : '';
}

const TOLD: WireAnswer = { status: 200, headers: {}, body: '' };

function invalidArgument(why: string): WireAnswer {
  const body = `<Error><Code>InvalidArgument</Code><Message>${why}</Message></Error>`;
  return { status: 400, headers: { 'content-type': 'application/xml' }, body };
}

/** A missing object is a refusal, on S3 too, to those who may not list the bucket. */
function hiddenObject(
  gate: Gate,
  { method, bucket, key }: StorageRequest,
  caller: string | undefined,
): WireAnswer | null {
  if (!key || (method !== 'GET' && method !== 'HEAD')) return null;
  const need = { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` };
  return gate.refuse(caller, [need]) === null ? null : accessDenied('s3', need);
}

/**
 * Starts S3, SQS and SNS on a free port, kept in a folder or else in memory. Every request passes
 * the gate first; the listeners hear of each object that was written or removed and of each message
 * that was published.
 */
export async function startEmulator(
  gate: Gate,
  { onWritten, onRemoved, onPublished, onTold }: Listeners,
  folder?: string,
): Promise<Emulator> {
  const kept = await openStores(folder);
  const objects = new VersionedObjects(kept.stores.s3Store);
  /** What was asked, for when it is answered; only of requests that are carried out. */
  const carriedOut = new WeakMap<FastifyRequest, StorageRequest>();
  // Its own typing of the result comes out as `any`.
  const app = buildApp({ logger: false, stores: kept.stores }) as FastifyInstance;
  app.addHook('onClose', kept.close);
  app.addHook('preHandler', (request, reply, done) => {
    const { wire, needs, asked } = judge(request, objects);
    const denied = gate.refuse(callerOf(request), needs);
    const impossible = asked === null ? null : storageRefusal(asked, objects);
    const refused = denied === null ? impossible : accessDenied(wire, denied);
    if (refused !== null) {
      answer(request, reply, refused);
      return;
    }
    if (asked !== null && onTold !== undefined && isTelling(asked)) {
      // The emulator would take it and forget it.
      const answerTold = async (): Promise<void> => {
        const why = await onTold(asked.bucket, bodyOf(request));
        answer(request, reply, why === null ? TOLD : invalidArgument(why));
      };
      void answerTold();
      return;
    }
    if (asked !== null) {
      carriedOut.set(request, asked);
      keepKey(asked);
      prepare(request, asked, objects);
    }
    const operation = wire === 'sqs' ? queueOperation(request) : null;
    if (operation !== null) request.body = traceMessages(operation, request.body, request.headers);
    done();
  });
  // Not async: the emulator's handlers do not await `send`, and a hook that does makes them answer
  // a second time.
  app.addHook('onSend', (request, reply, payload, done) => {
    const asked = carriedOut.get(request);
    const caller = callerOf(request);
    const missing = asked !== undefined && reply.statusCode === 404;
    const hidden = missing ? hiddenObject(gate, asked, caller) : null;
    if (hidden) reply.code(hidden.status);
    if (asked) conclude(asked, reply, caller ?? 'unknown', objects, { onWritten, onRemoved });
    const publication = reply.statusCode === 200 ? readPublication(request.body) : null;
    if (publication) onPublished(publication);
    done(null, hidden && request.method !== 'HEAD' ? hidden.body : payload);
  });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, endpoint, objects };
}
