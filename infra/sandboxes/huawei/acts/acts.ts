import type { z } from 'zod';

import { type Fault, faultSchema } from '../world/fault.ts';
import type { SandboxState } from '../state.ts';
import * as accountActs from './account-acts.ts';
import { ACT_INPUTS, type PlainActName } from './act-inputs.ts';
import * as orderActs from './order-acts.ts';
import * as resourceActs from './resource-acts.ts';
import * as sandboxActs from './sandbox-acts.ts';

const runs = { ...accountActs, ...orderActs, ...resourceActs, ...sandboxActs };

/** The acts and what they take; `addFault` takes a fault as a world file has it. */
export const ACTS = { ...ACT_INPUTS, addFault: faultSchema };

export type ActName = keyof typeof ACTS;

type Result<Name extends ActName> = Name extends PlainActName
  ? ReturnType<(typeof runs)[Name]>
  : void;

type Input<Name extends ActName> = z.input<(typeof ACTS)[Name]>;

/** The acts as methods. Each throws a plain sentence where its input or the state forbids it. */
export type HuaweiActs = {
  readonly [Name in ActName]: (
    ...input: Record<string, never> extends Input<Name> ? [input?: Input<Name>] : [Input<Name>]
  ) => Result<Name>;
};

/** Plays an act on a state; the input is checked. Throws a plain sentence where it is refused. */
export function playOn(state: SandboxState, name: ActName, input: unknown): unknown {
  if (name === 'addFault') {
    state.faults.add(input as Fault);
    return null;
  }
  const run = runs[name] as (on: SandboxState, checked: unknown) => unknown;
  return run(state, input);
}
