import type { z } from 'zod';

import type { ACT_INPUTS } from './act-inputs.ts';
import type { SandboxState } from '../state.ts';

type Inputs = typeof ACT_INPUTS;

/** How an act changes the state; throws a plain sentence where the console would refuse. */
export type ActRun<Name extends keyof Inputs, Result> = (
  state: SandboxState,
  input: z.output<Inputs[Name]>,
) => Result;
