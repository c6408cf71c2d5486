import { callTally } from '../providers/wire/call-tally.ts';

/** The requests to providers in this process. A function works on one message at a time. */
export const providerCalls = callTally();
