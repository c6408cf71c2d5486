import { z } from 'zod';

import { API_NAMES } from './api.ts';
import { ACT_INPUTS } from './act-inputs.ts';

/** The ways a call can go wrong, or what else happens at that moment. */
const disturbance = z.union([
  /** reset: the connection breaks. timeout: no answer ever. malformed: 200 with no JSON.
   *  truncated: half an answer. slow: 3 seconds. throttle: refused at the gateway. */
  z.enum(['reset', 'timeout', 'malformed', 'truncated', 'slow', 'throttle']),
  z.strictObject({ slow: z.int().min(0) }),
  z.strictObject({
    status: z.int().min(100).max(599).default(400),
    code: z.string().optional(),
    message: z.string().optional(),
    /** The whole JSON body, instead of one made of code and message. */
    body: z.unknown().optional(),
    /** After the call: what it came to, such as its order ids, stays beside the code. */
    keepBody: z.boolean().default(false),
  }),
  z.strictObject({
    act: z.enum(Object.keys(ACT_INPUTS) as [keyof typeof ACT_INPUTS]),
    with: z.record(z.string(), z.unknown()).default({}),
  }),
]);

const count = z.int('count calls from 1').min(1, 'count calls from 1');

/**
 * A planted fault. Calls are counted from 1 for each API. `before`: nothing has been looked at and
 * nothing happens. `after`: the effect took place, but the caller does not get its answer.
 */
export const faultSchema = z
  .strictObject({
    api: z.enum(['any', ...API_NAMES]),
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
    when: z.enum(['before', 'after']).default('before'),
    what: disturbance,
    /** Share of the matching calls that are hit, drawn with the world's seed. */
    chance: z.number().min(0).max(1).default(1),
  })
  .refine(
    ({ what, when }) => what !== 'throttle' || when === 'before',
    'a throttled call has no effect, so write "when": "before"',
  )
  .superRefine(({ what }, context) => {
    if (typeof what === 'string' || !('act' in what)) return;
    const parsed = ACT_INPUTS[what.act].safeParse(what.with);
    if (!parsed.success) {
      context.addIssue({
        code: 'custom',
        path: ['what', 'with'],
        message: `give what "${what.act}" takes (${parsed.error.issues[0]?.path.join('.') ?? ''})`,
      });
    }
  });

export type Fault = z.output<typeof faultSchema>;
export type Disturbance = Fault['what'];
