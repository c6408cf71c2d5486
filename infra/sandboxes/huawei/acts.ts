import { z } from 'zod';

import { ACT_INPUTS, type PlainActName } from './act-inputs.ts';
import * as accountActs from './acts/account-acts.ts';
import * as orderActs from './acts/order-acts.ts';
import * as resourceActs from './acts/resource-acts.ts';
import * as sandboxActs from './acts/sandbox-acts.ts';
import { settle } from './end-order.ts';
import { faultSchema } from './fault.ts';
import type { SandboxState } from './state.ts';

const runs = { ...accountActs, ...orderActs, ...resourceActs, ...sandboxActs };

/** The acts and what they take; `addFault` takes a fault as a world file has it. */
const inputs = { ...ACT_INPUTS, addFault: faultSchema };

export type ActName = keyof typeof inputs;

type Result<Name extends ActName> = Name extends PlainActName
  ? ReturnType<(typeof runs)[Name]>
  : void;

type Input<Name extends ActName> = z.input<(typeof inputs)[Name]>;

/** The acts as methods. Each throws a plain sentence where its input or the state forbids it. */
export type HuaweiActs = {
  readonly [Name in ActName]: (
    ...input: Record<string, never> extends Input<Name> ? [input?: Input<Name>] : [Input<Name>]
  ) => Result<Name>;
};

/** Whether there is an act of that name, for the door over HTTP. */
export function isActName(name: string): name is ActName {
  return Object.hasOwn(inputs, name);
}

/** What an act came to. A refused one may have changed something before it was refused. */
type ActOutcome = { readonly done: unknown } | { readonly refused: string };

/** Lets an act happen at an instant: time is settled, then the state changed. */
export function playAct(
  state: SandboxState,
  name: ActName,
  input: unknown,
  at: number,
): ActOutcome {
  const checked = inputs[name].parse(input);
  return state.moment.during(at, () => {
    settle(state, at);
    if (name === 'addFault') {
      state.faults.add(faultSchema.parse(input));
      return { done: null };
    }
    const run = runs[name] as (state: SandboxState, input: unknown) => unknown;
    try {
      return { done: run(state, checked) ?? null };
    } catch (error) {
      return { refused: error instanceof Error ? error.message : 'refused' };
    }
  });
}

/** Plays an act now and notes it in the history. Throws a plain sentence on refusal. */
export function performAct(state: SandboxState, name: ActName, input: unknown): unknown {
  const given = input ?? {};
  const parsed = inputs[name].safeParse(given);
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  const at = state.clock();
  const outcome = playAct(state, name, given, at);
  state.note({ kind: 'act', at, name, input: given, outcome });
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.done ?? undefined;
}

/** The acts as methods of one state. */
export function actsOn(state: SandboxState): HuaweiActs {
  const entries = Object.keys(inputs).map((name) => [
    name,
    (input: unknown) => performAct(state, name as ActName, input),
  ]);
  return Object.fromEntries(entries) as HuaweiActs;
}
