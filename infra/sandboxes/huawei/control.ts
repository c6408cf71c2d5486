import type { HuaweiSandbox } from './sandbox.ts';
import { isActName } from './acts.ts';
import type { Answer } from './answer.ts';

/** The door beside the signed API: reading what happened, and playing acts. */
export function control(
  sandbox: HuaweiSandbox,
  method: string,
  path: string,
  body: string,
): Answer {
  const name = path.slice('/_sandbox/'.length);
  if (method === 'GET') {
    switch (name) {
      case 'ledger':
        return { status: 200, body: sandbox.ledger() };
      case 'orders':
        return { status: 200, body: sandbox.orders() };
      case 'resources':
        return { status: 200, body: sandbox.resources() };
      case 'account':
        return { status: 200, body: sandbox.account() };
      case 'calls':
        return { status: 200, body: sandbox.calls() };
      default:
        return { status: 404, body: { problem: `there is nothing called ${name}` } };
    }
  }
  const act = name.replace(/^act\//u, '');
  if (method !== 'POST' || act === name || !isActName(act)) {
    return { status: 404, body: { problem: `there is no act called ${act}` } };
  }
  try {
    const play = sandbox.act[act] as (input: unknown) => unknown;
    const input: unknown = body === '' ? {} : JSON.parse(body);
    return { status: 200, body: { result: play(input) ?? null } };
  } catch (error) {
    return { status: 400, body: { problem: error instanceof Error ? error.message : 'refused' } };
  }
}
