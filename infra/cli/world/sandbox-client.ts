import type { LedgerEntry } from '../../sandboxes/frame/ledger.ts';
import type { AlibabaFacts } from '../../sandboxes/alibaba/views.ts';
import type { HuaweiFacts } from '../../sandboxes/huawei/views.ts';
import { UserMistake } from '../terminal/user-mistake.ts';

type Facts = HuaweiFacts | AlibabaFacts;

/** An order of whichever provider. */
export type OrderFacts = Facts['order'];

/** A sandbox in another process, asked and acted upon beside its signed API. */
export interface SandboxClient {
  readonly account: () => Promise<Facts['account']>;
  readonly orders: () => Promise<OrderFacts[]>;
  readonly resources: () => Promise<Facts['resource'][]>;
  readonly ledger: () => Promise<LedgerEntry[]>;
  /** Plays an act. Throws {@link UserMistake} where the sandbox refuses it. */
  readonly act: (name: string, input: unknown) => Promise<unknown>;
}

/** Opens the one at an address such as `http://127.0.0.1:1234/_sandbox`. */
export function openSandboxClient(control: string): SandboxClient {
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    let answer: Response;
    try {
      answer = await fetch(`${control}/${path}`, init);
    } catch {
      throw new UserMistake('The sandbox of the local cloud does not answer: is npm run dev up?');
    }
    const body: unknown = await answer.json();
    if (answer.ok) return body;
    const { problem } = body as { readonly problem?: string };
    throw new UserMistake(`The sandbox refuses: ${onOneLine(problem ?? String(answer.status))}.`);
  };
  const facts =
    <Read>(name: string): (() => Promise<Read>) =>
    async () =>
      (await ask(name)) as Read;
  return {
    account: facts('account'),
    orders: facts('orders'),
    resources: facts('resources'),
    ledger: facts('ledger'),
    act: async (name, input) => {
      const init = { method: 'POST', body: JSON.stringify(input) };
      return ((await ask(`act/${name}`, init)) as { readonly result: unknown }).result;
    },
  };
}

function onOneLine(problem: string): string {
  return problem
    .replaceAll(/\s*\n\s*/gu, ' ')
    .trim()
    .replace(/\.$/u, '');
}
