import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { faultSchemaOf } from '../../../../infra/sandboxes/frame/calls/fault.ts';
import type { Contract } from '../../../../infra/sandboxes/frame/contract.ts';
import { type FrameState, frameState } from '../../../../infra/sandboxes/frame/frame-state.ts';
import { happeningSchemaOf } from '../../../../infra/sandboxes/frame/history/happening.ts';
import {
  beginHistory,
  openHistoryWriter,
  readHistory,
} from '../../../../infra/sandboxes/frame/history/history.ts';
import { repeatHistory } from '../../../../infra/sandboxes/frame/history/repeat-history.ts';
import type { Facts, Sandbox } from '../../../../infra/sandboxes/frame/sandbox.ts';
import { startServer } from '../../../../infra/sandboxes/frame/start-server.ts';
import { readWorld } from '../../../../infra/sandboxes/frame/world/read-world.ts';

// A provider that sells one thing and knows no signatures: its world, its operations, its contract.

type Api = 'buy' | 'stock';
const APIS = ['buy', 'stock'] as const;
const ACTS = { restock: z.strictObject({ count: z.int().min(1) }) };
const world = z.strictObject({
  stock: z.int(),
  seed: z.int().default(1),
  ratePerSecond: z.union([z.literal('none'), z.int()]).default('none'),
  rates: z.partialRecord(z.enum(APIS), z.int()).default({}),
  faults: z.array(faultSchemaOf(APIS, ACTS)).default([]),
});
type World = z.output<typeof world>;

interface Shop extends FrameState<Api, keyof typeof ACTS> {
  stock: number;
}

function contractOf(state: Shop): Contract<Api, keyof typeof ACTS> {
  return {
    state,
    route: ({ method }, path) => {
      const api = APIS.find((one) => `${method} ${path}` === `POST /${one}`);
      return api === undefined ? undefined : { api, pathId: undefined };
    },
    notFound: { status: 404 },
    idsNamed: () => [],
    admit: (api) =>
      state.throttle.admits(api, state.clock()) ? undefined : { status: 429, code: 'slow' },
    throttled: () => ({ status: 429, code: 'slow' }),
    settle: () => undefined,
    operate: (api) => {
      if (api === 'buy' && state.stock === 0) return { status: 409, code: 'sold out' };
      if (api === 'buy') state.stock -= 1;
      return { status: 200, body: { left: state.stock } };
    },
    changes: (api) => api === 'buy',
    omitted: () => [],
    latency: () => 0,
    acts: ACTS,
    play: (_, input) => {
      state.stock += ACTS.restock.parse(input).count;
    },
    errorBody: (code, message) => ({ code, message }),
    sample: {},
  };
}

const reader = {
  readWorld: (json: unknown) => readWorld<World>(world, json),
  happening: happeningSchemaOf(APIS),
};

function facts(): never {
  throw new Error('this shop keeps no books');
}

/** Opens the shop of a history and goes on where it was. */
async function open(history: string): Promise<Sandbox<Api, object, Facts>> {
  const kept = readHistory(history, reader);
  const frame = frameState(kept.world, () => 0, { failures: 5, blockMs: 1000 });
  const state: Shop = { ...frame, stock: kept.world.stock };
  const contract = contractOf(state);
  repeatHistory(contract, kept.happenings);
  const { note, close } = openHistoryWriter<Api>(history);
  state.note = note;
  const readings = { ledger: facts, orders: facts, resources: facts, account: facts };
  return await startServer({ contract, readings, onClose: close });
}

async function post({ url }: { readonly url: string }, path: string, body = '{}'): Promise<string> {
  const answer = await fetch(`${url}${path}`, { method: 'POST', body });
  return `${answer.status} ${await answer.text()}`;
}

test('a second provider is a world, operations and a contract: calls, faults, acts and history are there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-provider-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const history = join(folder, 'shop.jsonl');
  const faults = [{ api: 'buy', call: 2, when: 'after', what: { status: 502, code: 'lost' } }];
  beginHistory(history, { stock: 2, faults }, 0);
  const first = await open(history);

  expect(await post(first, '/buy')).toBe('200 {"left":1}');
  expect(await post(first, '/buy')).toBe('502 {"code":"lost"}');
  expect(await post(first, '/buy')).toBe('409 ');
  expect(await post(first, '/_sandbox/act/restock', '{"count":3}')).toBe('200 {"result":null}');
  expect(await post(first, '/_sandbox/act/burn')).toBe(
    '404 {"problem":"there is no act called burn"}',
  );
  expect(first.calls().map(({ number, status, code }) => [number, status, code])).toEqual([
    [1, 200, null],
    [2, 502, null],
    [3, 409, 'sold out'],
  ]);
  await first.close();

  const second = await open(history);
  onTestFinished(second.close);
  expect(await post(second, '/buy')).toBe('200 {"left":2}');
  expect(second.calls().map(({ number }) => number)).toEqual([4]);
});
