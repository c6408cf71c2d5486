import type { Answer } from './calls/answer.ts';
import type { Facts, Sandbox } from './sandbox.ts';

type Door = 'ledger' | 'orders' | 'resources' | 'account' | 'calls' | 'act';

/** The door beside the signed API: reading what happened, and playing acts. */
export function control(
  sandbox: Pick<Sandbox<string, object, Facts>, Door>,
  method: string,
  path: string,
  body: string,
): Answer {
  const name = path.slice('/_sandbox/'.length);
  if (method === 'GET') {
    switch (name) {
      case 'ledger':
      case 'orders':
      case 'resources':
      case 'account':
      case 'calls':
        return { status: 200, body: sandbox[name]() };
      default:
        return { status: 404, body: { problem: `there is nothing called ${name}` } };
    }
  }
  const act = name.replace(/^act\//u, '');
  const acts = sandbox.act as Readonly<Record<string, (input: unknown) => unknown>>;
  const play = Object.hasOwn(acts, act) ? acts[act] : undefined;
  if (method !== 'POST' || act === name || play === undefined) {
    return { status: 404, body: { problem: `there is no act called ${act}` } };
  }
  try {
    const input: unknown = body === '' ? {} : JSON.parse(body);
    return { status: 200, body: { result: play(input) ?? null } };
  } catch (error) {
    return { status: 400, body: { problem: error instanceof Error ? error.message : 'refused' } };
  }
}
