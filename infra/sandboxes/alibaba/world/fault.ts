import type { z } from 'zod';

import { faultSchemaOf } from '../../frame/calls/fault.ts';
import { ACT_INPUTS } from '../acts/act-inputs.ts';
import { API_NAMES } from '../api.ts';

/** A planted fault of a world. */
export const faultSchema = faultSchemaOf(API_NAMES, ACT_INPUTS);

export type Fault = z.output<typeof faultSchema>;
