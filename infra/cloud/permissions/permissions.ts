/** What a call needs to be allowed: an IAM action on a resource. */
export interface Need {
  /** For instance `s3:GetObject`. */
  readonly action: string;
  /** An ARN, or `*` for actions that know no resource. */
  readonly resource: string;
}

/** A statement of a policy. Patterns may hold `*` and `?`. */
export interface Statement {
  /** Its name in the policy. */
  readonly sid?: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Whether it holds only under a condition. Conditions are not worked out. */
  readonly conditional: boolean;
}

const patterns = new Map<string, RegExp>();

function matches(pattern: string, value: string): boolean {
  let expression = patterns.get(pattern);
  if (!expression) {
    const source = pattern
      .replaceAll(/[\\^$.+()|[\]{}]/gu, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, 'su');
    patterns.set(pattern, expression);
  }
  return expression.test(value);
}

function covers(statement: Statement, need: Need): boolean {
  const action = need.action.toLowerCase();
  return (
    statement.actions.some((pattern) => matches(pattern.toLowerCase(), action)) &&
    statement.resources.some((pattern) => matches(pattern, need.resource))
  );
}

/**
 * Whether the statements allow it: one Allow and no Deny. A condition is taken to hold for an Allow
 * and not to hold for a Deny, so conditional policies are judged mildly.
 */
export function isAllowed(statements: readonly Statement[], need: Need): boolean {
  const covering = statements.filter((statement) => covers(statement, need));
  if (covering.some(({ effect, conditional }) => effect === 'Deny' && !conditional)) return false;
  return covering.some(({ effect }) => effect === 'Allow');
}
