import { z } from 'zod';

/** An answer made up: a status, and a body of code and message unless it is given whole. */
export interface MadeAnswer {
  readonly status: number;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** The whole JSON body, instead of one made of code and message. */
  readonly body?: unknown;
  /** Sent as it stands, such as an error in XML, with a content-type among the headers. */
  readonly text?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** After the call: what it came to, such as its order ids, stays beside the code. */
  readonly keepBody: boolean;
}

/**
 * The ways a call can go wrong, or what else happens at that moment. reset: the connection breaks.
 * timeout: no answer ever. malformed: 200 with no JSON. truncated: half an answer. slow: so many
 * milliseconds, or 3 seconds. throttle: refused at the gateway. html: a page with status 502. bom:
 * the answer behind a byte order mark. gzipped: compressed unasked. trickle: the answer byte by byte
 * over so many milliseconds. repeated: the gateway sends the call on a second time, and hands out
 * what the second one came to. act: somebody acts in between.
 */
export type Disturbance<Act extends string> =
  | 'reset'
  | 'timeout'
  | 'malformed'
  | 'truncated'
  | 'slow'
  | 'throttle'
  | 'html'
  | 'bom'
  | 'gzipped'
  | 'repeated'
  | { readonly slow: number }
  | { readonly trickle: number }
  | MadeAnswer
  | { readonly act: Act; readonly with: Record<string, unknown> };

/** Which calls of an API are meant, counted from 1. */
type CallNumbers = number | 'every' | number[] | { from: number; to?: number | undefined };

/**
 * A planted fault. `before`: nothing has been looked at and nothing happens. `after`: the effect
 * took place, but the caller does not get its answer.
 */
export interface Fault<Api extends string, Act extends string> {
  readonly api: Api | 'any';
  readonly call: CallNumbers;
  /** Only calls that name this id, in body, path or query; or `order 2`, the second order made. */
  readonly naming?: string | undefined;
  readonly when: 'before' | 'after';
  readonly what: Disturbance<Act>;
  /** Share of the matching calls that are hit, drawn with the world's seed. */
  readonly chance: number;
}

/** A fault as a world file has it: what has a default may be left out. */
export interface FaultInput<Api extends string, Act extends string> {
  readonly api: Api | 'any';
  readonly call?: CallNumbers | undefined;
  readonly naming?: string | undefined;
  readonly when?: 'before' | 'after' | undefined;
  readonly what:
    | Exclude<Disturbance<Act>, MadeAnswer | { act: unknown }>
    | Partial<MadeAnswer>
    | { readonly act: Act; readonly with?: Record<string, unknown> | undefined };
  readonly chance?: number | undefined;
}

const count = z.int('count calls from 1').min(1, 'count calls from 1');

const made = z.strictObject({
  status: z.int().min(100).max(599).default(400),
  code: z.string().optional(),
  message: z.string().optional(),
  body: z.unknown().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  keepBody: z.boolean().default(false),
});

/** The faults of a provider with these APIs, whose acts take these inputs. */
export function faultSchemaOf<Api extends string, Act extends string>(
  apis: readonly Api[],
  acts: Readonly<Record<Act, z.ZodType>>,
): z.ZodType<Fault<Api, Act>, FaultInput<Api, Act>> {
  const disturbance = z.union([
    z.enum([
      'reset',
      'timeout',
      'malformed',
      'truncated',
      'slow',
      'throttle',
      'html',
      'bom',
      'gzipped',
      'repeated',
    ]),
    z.strictObject({ slow: z.int().min(0) }),
    z.strictObject({ trickle: z.int().min(0) }),
    made,
    z.strictObject({
      act: z.enum(Object.keys(acts) as Act[]),
      with: z.record(z.string(), z.unknown()).default({}),
    }),
  ]);
  const fault = z
    .strictObject({
      api: z.enum(['any', ...apis]),
      call: z
        .union(
          [
            count,
            z.literal('every'),
            z.array(count),
            z.strictObject({ from: count, to: count.optional() }),
          ],
          'write a call number, "every", a list of numbers, or {"from": 3, "to": 5}',
        )
        .default('every'),
      naming: z.string().min(1).optional(),
      when: z.enum(['before', 'after']).default('before'),
      what: disturbance,
      chance: z.number().min(0).max(1).default(1),
    })
    .refine(
      ({ what, when }) => what !== 'throttle' || when === 'before',
      'a throttled call has no effect, so write "when": "before"',
    )
    .refine(
      ({ what, when }) => what !== 'repeated' || when === 'after',
      'a call is repeated after its effect, so write "when": "after"',
    )
    .superRefine(({ what }, context) => {
      if (typeof what === 'string' || !('act' in what)) return;
      const parsed = acts[what.act as Act].safeParse(what.with);
      if (!parsed.success) {
        context.addIssue({
          code: 'custom',
          path: ['what', 'with'],
          message: `give what "${what.act}" takes (${parsed.error.issues[0]?.path.join('.') ?? ''})`,
        });
      }
    });
  // Which names there are is only known to the caller.
  return fault as z.ZodType<Fault<Api, Act>, FaultInput<Api, Act>>;
}
