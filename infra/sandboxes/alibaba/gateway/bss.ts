import type { Answer } from '../../frame/calls/answer.ts';
import type { SandboxState } from '../state.ts';
import { type Operation, refuseBss } from './answer.ts';
import type { Reading } from './parameters.ts';

/** A billing operation, which a caller of the other site does not come to. */
export function onRightSite(operation: Operation): Operation {
  return (state, request) =>
    state.behaviour.bssSite === 'not applicable'
      ? refuseBss(state, 'NotApplicable')
      : operation(state, request);
}

/** The refusal of a billing call whose parameters are wrong (Alibaba contract, section 2.1). */
export function refuseParameters(
  state: SandboxState,
  { missing }: Extract<Reading<unknown>, { readonly kind: 'wrong' }>,
): Answer {
  return refuseBss(state, missing ? 'MissingParameter' : 'InvalidParameter');
}

/** A page size that goes; nothing where it is beyond the maximum and refused. */
export function pageSizeOf(
  { behaviour }: SandboxState,
  asked: number,
  most: number,
): number | undefined {
  if (asked <= most) return asked;
  return behaviour.pageTooLarge === 'cut' ? most : undefined;
}
