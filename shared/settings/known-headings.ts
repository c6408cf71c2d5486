import * as z from 'zod/mini';

/**
 * What a column can be about to whom an account's own headings are told (setting `headings`): the
 * meanings that the reader of quotes knows, and `ignored` for columns that it is to leave alone.
 */
export const HEADING_MEANINGS = [
  'id',
  'name',
  'expiry',
  'term',
  'approvedPrice',
  'discountedPrice',
  'listPrice',
  'currency',
  'approved',
  'approvedBy',
  'reference',
  'status',
  'note',
  'ignored',
] as const;

/** Headings that an account knows besides those of all accounts, by their meaning. */
export type KnownHeadings = Readonly<
  Partial<Record<(typeof HEADING_MEANINGS)[number], readonly string[] | undefined>>
>;

const HEADINGS = `must be an object such as {"approved": ["CFO sign-off"], "ignored": ["Critical?"]}, with lists of headings under ${HEADING_MEANINGS.map((one) => `"${one}"`).join(', ')}`;
const LIST = 'must be a list of headings, each of 1 to 100 characters on one line';

const list = z
  .array(z.string(LIST).check(z.regex(/^\s*\S[^\p{Cc}]{0,99}$/u, LIST)), LIST)
  .check(z.maxLength(100, LIST));

/** The schema of the setting. */
export const headingsSchema = z.strictObject(
  Object.fromEntries(HEADING_MEANINGS.map((meaning) => [meaning, z.optional(list)])) as Record<
    (typeof HEADING_MEANINGS)[number],
    z.ZodMiniOptional<typeof list>
  >,
  HEADINGS,
);

/** A heading that an account names for two meanings, or null: which of them counts nobody can tell. */
export function headingTwice(headings: KnownHeadings): string | null {
  const seen = new Set<string>();
  for (const meaning of HEADING_MEANINGS) {
    for (const name of headings[meaning] ?? []) {
      const key = name
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}/]/gu, '');
      if (seen.has(key)) return name;
      seen.add(key);
    }
  }
  return null;
}
