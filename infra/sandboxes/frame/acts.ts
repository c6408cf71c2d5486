import { z } from 'zod';
import { atInstant, type Contract } from './contract.ts';

/** What an act came to. A refused one may have changed something before it was refused. */
type ActOutcome = { readonly done: unknown } | { readonly refused: string };

/** Whether there is an act of that name. */
export function isActName<Act extends string>(
  { acts }: Pick<Contract<string, Act>, 'acts'>,
  name: string,
): name is Act {
  return Object.hasOwn(acts, name);
}

/** Lets an act happen at an instant: time is settled, then the state changed. */
export function playAct<Api extends string, Act extends string>(
  contract: Contract<Api, Act>,
  name: Act,
  input: unknown,
  at: number,
): ActOutcome {
  const checked = contract.acts[name].parse(input);
  return atInstant(contract, at, () => {
    try {
      return { done: contract.play(name, checked) ?? null };
    } catch (error) {
      return { refused: error instanceof Error ? error.message : 'refused' };
    }
  });
}

/** Plays an act now and notes it in the history. Throws a plain sentence on refusal. */
export function performAct<Api extends string, Act extends string>(
  contract: Contract<Api, Act>,
  name: Act,
  input: unknown,
): unknown {
  const given = input ?? {};
  const parsed = contract.acts[name].safeParse(given);
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  const at = contract.state.clock();
  const outcome = playAct(contract, name, given, at);
  contract.state.note({ kind: 'act', at, name, input: given, outcome });
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.done ?? undefined;
}

/** The acts as methods, each taking its input; the caller knows what they come to. */
export function actMethods<Api extends string, Act extends string>(
  contract: Contract<Api, Act>,
): Readonly<Record<Act, (input?: unknown) => unknown>> {
  const names = Object.keys(contract.acts) as Act[];
  const entries = names.map((name) => [
    name,
    (input: unknown) => performAct(contract, name, input),
  ]);
  return Object.fromEntries(entries) as Record<Act, (input?: unknown) => unknown>;
}

type Inputs = Readonly<Record<string, z.ZodType>>;

type Run = (state: never, input: never) => unknown;

/**
 * The acts of a provider as methods: what each takes, and what its run comes to. Each throws a
 * plain sentence where its input or the state forbids it.
 */
export type ActsOf<Takes extends Inputs, Runs extends Readonly<Record<string, Run>>> = {
  readonly [Name in keyof Takes]: (
    ...input: Record<string, never> extends z.input<Takes[Name]>
      ? [input?: z.input<Takes[Name]>]
      : [z.input<Takes[Name]>]
  ) => Name extends keyof Runs ? ReturnType<Runs[Name]> : void;
};

/** Plays an act by its run on a state; the input is checked. Throws where the run refuses it. */
export function playBy<Name extends string>(
  runs: Readonly<Record<Name, Run>>,
  state: object,
  name: Name,
  input: unknown,
): unknown {
  const run = runs[name] as (on: object, checked: unknown) => unknown;
  return run(state, input);
}

/** How an act changes a state; throws a plain sentence where the console would refuse. */
export type ActRunOn<State, Takes extends Inputs, Name extends keyof Takes, Result> = (
  state: State,
  input: z.output<Takes[Name]>,
) => Result;
