import * as z from 'zod/mini';
import type { CheckedRow } from '../check/check.ts';
import type { Reason } from '../reasons/reason.ts';
import { moneySchema, rowOutcomeSchema } from './domain-schemas.ts';
import { toldSchema } from './reason-schemas.ts';
import { resourceSchema } from './survey-items.ts';

const pieceSchema = z.object({
  rows: z.array(
    z.object({
      position: z.int(),
      obstacle: z.nullable(rowOutcomeSchema),
      price: z.nullable(moneySchema),
      list: z.nullable(moneySchema),
      resource: z.nullable(resourceSchema),
    }),
  ),
  wrongZone: z.nullable(toldSchema),
});

/** A piece of a dry run that is done, as it is kept until all of them are. */
export interface StoredPiece {
  readonly rows: readonly CheckedRow[];
  readonly wrongZone: Reason | null;
}

/** The piece's bytes. */
export function writePiece({ rows, wrongZone }: StoredPiece): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ rows, wrongZone }));
}

/** Reads a stored piece. Throws when it does not fit. */
export function readPiece(bytes: Uint8Array): StoredPiece {
  return pieceSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
