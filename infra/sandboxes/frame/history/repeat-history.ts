import { isActName, playAct } from '../acts.ts';
import type { Contract } from '../contract.ts';
import { countCall } from '../frame-state.ts';
import { outcomeOf, runOperation } from '../run-operation.ts';
import type { Happening } from './happening.ts';

/** Lets one thing happen again; returns what it comes to, undefined where nothing is said of it. */
function repeat<Api extends string, Act extends string>(
  contract: Contract<Api, Act>,
  happening: Happening<Api>,
): unknown {
  const { state } = contract;
  switch (happening.kind) {
    case 'call':
      countCall(state, happening.api);
      return undefined;
    case 'signature':
      state.keyGuard.note(happening.correct, happening.at);
      return undefined;
    case 'operation': {
      const { api, pathId, query, body, at } = happening;
      const request = {
        pathId: pathId ?? undefined,
        query: new URLSearchParams(query),
        body: body ?? undefined,
      };
      return outcomeOf(runOperation(contract, api, request, at));
    }
    case 'act': {
      const { name, input, at } = happening;
      return isActName(contract, name) ? playAct(contract, name, input, at) : undefined;
    }
  }
}

/** Outcomes are compared as they look in the file. */
function text(outcome: unknown): string {
  return JSON.stringify(outcome ?? null);
}

/**
 * Takes a sandbox through everything that happened to it before. Throws where that comes to
 * something else than it did: a ledger that would not say what was charged must not be used.
 */
export function repeatHistory<Api extends string, Act extends string>(
  contract: Contract<Api, Act>,
  happenings: readonly Happening<Api>[],
): void {
  for (const [index, happening] of happenings.entries()) {
    const expected = 'outcome' in happening ? happening.outcome : undefined;
    if (text(repeat(contract, happening)) === text(expected)) continue;
    throw new Error(
      `the sandbox's history was written by another version of it (line ${index + 2}): it would lead to other charges`,
    );
  }
}
