import { z } from 'zod';

/** A code a world has something answer with: alone, or with a status and a text of its own. */
export const plantedError = z.union([
  z.string().min(1, 'write an error code'),
  z.strictObject({
    code: z.string().min(1),
    status: z.int().min(200).max(599).optional(),
    message: z.string().optional(),
  }),
]);

export type PlantedError = z.output<typeof plantedError>;

/** The code of a planted error. */
export function codeOf(planted: PlantedError): string {
  return typeof planted === 'string' ? planted : planted.code;
}
