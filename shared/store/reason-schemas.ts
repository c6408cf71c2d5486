import * as z from 'zod/mini';
import type { ReasonId } from '../reasons/catalogue.ts';
import { asTold, type Reason, reason, withCode } from '../reasons/reason.ts';

/**
 * The id of a reason. Without the catalogue, whose texts have no place in the function that pays: an
 * id that it does not know stops whoever is to say it.
 */
export const reasonIdSchema = z
  .string()
  .check(z.regex(/^[a-z]+(?:-[a-z]+)*$/u)) as unknown as z.ZodMiniType<ReasonId, string>;

const said = { id: reasonIdSchema, values: z.record(z.string(), z.string()) };
const part = z.object({ ...said, parts: z.optional(z.array(z.object(said))) });

/** A reason with what its texts fill in: those of a row take up others, and these some once more. */
export const reasonSchema = z.object({ ...said, parts: z.optional(z.array(part)) });

/** What stood in the place of a reason before reasons had ids: its text. */
export const storedReason = z.union([reasonSchema, z.string()]);

/** A reason that was stored by itself. */
export const toldSchema = z.pipe(
  storedReason,
  z.transform((stored) => reasonOf(stored)),
);

/** The reason that was stored, or the one that its text and advice stand for. */
export function reasonOf(stored: Reason | string, advice = ''): Reason {
  return typeof stored === 'string' ? readText(stored, advice) : stored;
}

const CHECKED_PAID = /^Checked by (.*): it is paid\.$/su;
const CHECKED_NOT_PAID = /^Checked by (.*): nothing was paid for it\.$/su;
const SHORT_BALANCE = 'The balance of the account does not suffice.';
const CODE_LAST = /\(([^()]+)\)$/u;

/** Texts by which code decided before get their ids; all others are said as they were told. */
function readText(text: string, advice: string): Reason {
  const paid = CHECKED_PAID.exec(text);
  if (paid !== null) return reason('checked-paid', { by: paid[1]! });
  const notPaid = CHECKED_NOT_PAID.exec(text);
  if (notPaid !== null) {
    const id = advice === '' ? 'checked-not-paid' : 'checked-renew-again';
    return reason(id, { by: notPaid[1]! });
  }
  if (text.startsWith(SHORT_BALANCE)) {
    const [, code] = CODE_LAST.exec(text) ?? [];
    const short = reason('short-balance');
    return code === undefined ? short : withCode(short, code);
  }
  return asTold(text, advice);
}
