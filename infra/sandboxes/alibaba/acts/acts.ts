import * as sharedAccountActs from '../../frame/account-acts.ts';
import { type ActsOf, playBy } from '../../frame/acts.ts';
import * as sandboxActs from '../../frame/sandbox-acts.ts';
import type { SandboxState } from '../state.ts';
import { faultSchema } from '../world/fault.ts';
import * as accountActs from './account-acts.ts';
import { ACT_INPUTS } from './act-inputs.ts';
import * as orderActs from './order-acts.ts';
import * as resourceActs from './resource-acts.ts';

const runs = {
  ...sharedAccountActs,
  ...accountActs,
  ...orderActs,
  ...resourceActs,
  ...sandboxActs,
};

/** The acts and what they take; `addFault` takes a fault as a world file has it. */
export const ACTS = { ...ACT_INPUTS, addFault: faultSchema };

export type ActName = keyof typeof ACTS;

/** The acts as methods. Each throws a plain sentence where its input or the state forbids it. */
export type AlibabaActs = ActsOf<typeof ACTS, typeof runs>;

/** Plays an act on a state; the input is checked. Throws a plain sentence where it is refused. */
export function playOn(state: SandboxState, name: ActName, input: unknown): unknown {
  return playBy(runs, state, name, input);
}
