import type { AwsCall } from '../../cloud/permissions/gate.ts';
import type { Invocation } from '../../cloud/functions/local-function.ts';

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
 * to come back, so the first failure ends it; `onProblem` hears of each. A provider that does not
 * answer is asked again; that is told, for it may take minutes.
 */
export function watchFaults(
  tell: (line: string) => void,
  onProblem: (problem: string) => void = () => undefined,
): FaultWatch {
  let problem: string | null = null;
  const notice = (sentence: string): void => {
    problem ??= sentence;
    onProblem(sentence);
  };
  return {
    problem: () => problem,
    onLog: (functionName, line) => {
      const silence = silenceOf(line);
      if (silence !== null) tell(`${silence}; it is asked again.`);
      const failure = failureOf(line);
      if (failure !== null) notice(`The function ${functionName} failed: ${failure}`);
    },
    onInvocation: (functionName, invocation) => {
      const failure = endedBadly(invocation);
      if (failure !== null) notice(`The function ${functionName} failed: ${failure}`);
    },
    onViolation: ({ function: name, action, resource }) => {
      notice(
        `The function ${name} called ${action} on ${resource ?? '*'}, which its role does not allow.`,
      );
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

interface LogEntry {
  readonly level?: string;
  readonly message?: string;
  readonly error?: string | { readonly message?: string };
}

function entryOf(line: string): LogEntry | null {
  try {
    return JSON.parse(line) as LogEntry;
  } catch {
    return null;
  }
}

function silenceOf(line: string): string | null {
  const entry = line.includes('"provider silent"') ? entryOf(line) : null;
  return typeof entry?.error === 'string' ? entry.error : null;
}

function failureOf(line: string): string | null {
  const entry = line.includes('"ERROR"') ? entryOf(line) : null;
  if (entry?.level !== 'ERROR') return null;
  const told = typeof entry.error === 'string' ? entry.error : entry.error?.message;
  return told ?? entry.message ?? 'without a message';
}
