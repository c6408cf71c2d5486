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

/** Plays an act: input checked, time settled, state changed. Throws a plain sentence on refusal. */
export function performAct(state: SandboxState, name: ActName, input: unknown): unknown {
  const parsed = inputs[name].safeParse(input ?? {});
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  settle(state, state.clock());
  if (name === 'addFault') {
    state.faults.add(faultSchema.parse(input));
    return undefined;
  }
  const run = runs[name] as (state: SandboxState, input: unknown) => unknown;
  return run(state, parsed.data);
}

/** The acts as methods of one state. */
export function actsOn(state: SandboxState): HuaweiActs {
  const entries = Object.keys(inputs).map((name) => [
    name,
    (input: unknown) => performAct(state, name as ActName, input),
  ]);
  return Object.fromEntries(entries) as HuaweiActs;
}
