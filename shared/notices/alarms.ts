/**
 * The value of a log line's `alarm` field when the provider took more than was compared before the
 * payment (money rule 3). The stack counts these lines and raises an alarm at the first one.
 */
export const CHARGED_ABOVE_APPROVAL = 'charged above approval';

/** The same, when a job's results could not be written in the form that was tried. */
export const RESULTS_NOT_WRITTEN = 'results not written';

/** The same, when a message of a queue could not be worked off and comes back or is put aside. */
export const MESSAGE_FAILED = 'message failed';

/** What a log line says that has the calls to a provider, `calls`, and of them those `throttled` and `unanswered`. */
export const PROVIDER_CALLS = 'provider calls';

/** The value of a log line's `metric` field that has the age of the oldest unfinished work, in its field `minutes`. */
export const AGE_OF_WORK = 'age of work';
