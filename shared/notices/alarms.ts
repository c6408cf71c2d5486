/**
 * The value of a log line's `alarm` field when the provider took more than was compared before the
 * payment (money rule 3). The stack counts these lines and raises an alarm at the first one.
 */
export const CHARGED_ABOVE_APPROVAL = 'charged above approval';
