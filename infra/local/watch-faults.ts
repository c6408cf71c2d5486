import type { AwsCall } from './cloud/gate.ts';
import type { Invocation } from './cloud/local-function.ts';

/** Notes what a local run must not pass over: functions that fail, and calls no role allows. */
export interface FaultWatch {
  readonly onLog: (functionName: string, line: string) => void;
  readonly onInvocation: (functionName: string, invocation: Invocation) => void;
  readonly onViolation: (call: AwsCall) => void;
  /** The first problem, as a sentence; null while all is well. */
  readonly problem: () => string | null;
}

/**
 * Watches the functions' logs and calls. A run without kept state cannot wait for a failed message
 * to come back, so the first failure ends it.
 */
export function watchFaults(): FaultWatch {
  let problem: string | null = null;
  return {
    problem: () => problem,
    onLog: (functionName, line) => {
      const failure = failureOf(line);
      if (failure !== null) problem ??= `The function ${functionName} failed: ${failure}`;
    },
    onInvocation: (functionName, invocation) => {
      const failure = endedBadly(invocation);
      if (failure !== null) problem ??= `The function ${functionName} failed: ${failure}`;
    },
    onViolation: ({ function: name, action, resource }) => {
      problem ??= `The function ${name} called ${action} on ${resource ?? '*'}, which its role does not allow.`;
    },
  };
}

/** A function that could not even start or ran out of time writes no log line of its own. */
function endedBadly(invocation: Invocation): string | null {
  switch (invocation.kind) {
    case 'returned':
    case 'killed':
      return null;
    case 'failed':
      return invocation.message;
    case 'timed out':
      return 'it ran out of time.';
  }
}

function failureOf(line: string): string | null {
  if (!line.includes('"ERROR"')) return null;
  try {
    const entry = JSON.parse(line) as {
      level?: string;
      message?: string;
      error?: { message?: string };
    };
    if (entry.level !== 'ERROR') return null;
    return entry.error?.message ?? entry.message ?? 'without a message';
  } catch {
    return null;
  }
}
