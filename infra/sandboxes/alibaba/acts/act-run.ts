import type { ActRunOn } from '../../frame/acts.ts';
import type { SandboxState } from '../state.ts';
import type { ACT_INPUTS } from './act-inputs.ts';

type Inputs = typeof ACT_INPUTS;

/** How an act changes the state; throws a plain sentence where the console would refuse. */
export type ActRun<Name extends keyof Inputs, Result> = ActRunOn<
  SandboxState,
  Inputs,
  Name,
  Result
>;
