/** The clock: epoch milliseconds. Time comes in as a parameter everywhere. */
export type Clock = () => number;

/** Makes ids that were never made before (nonces, lease owners). */
export type NewId = () => string;
