import * as z from 'zod/mini';
import { text } from '../../wire/fields.ts';

/** What `error_code` and `error_msg` say, in whatever answer they stand. */
export const failure = z.object({ resource_id: text, error_code: text, error_msg: text });
