import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  baseVariables,
  readEnvironment,
  seconds,
  timerVariables,
} from '../../../shared/runtime/environment.ts';

const schema = z.object({ ...baseVariables, WAIT_SECONDS: seconds, SECRET_PREFIX: z.string() });
const VARIABLES = { TABLE_NAME: 'jobs', WAIT_SECONDS: '30', SECRET_PREFIX: 'p', PATH: '/bin' };

function problemOf(more: Readonly<Record<string, string | undefined>>): string {
  try {
    readEnvironment(schema, { ...VARIABLES, ...more });
  } catch (error) {
    return String(error);
  }
  return 'none';
}

describe('the environment of a function', () => {
  test('is read with numbers as numbers, and without what it does not declare', () => {
    expect(readEnvironment(schema, VARIABLES)).toEqual({
      TABLE_NAME: 'jobs',
      WAIT_SECONDS: 30,
      SECRET_PREFIX: 'p',
    });
  });

  test('names every variable that is missing or wrong, each once', () => {
    expect(problemOf({ TABLE_NAME: '', WAIT_SECONDS: undefined })).toBe(
      'Error: These environment variables are missing or wrong: TABLE_NAME, WAIT_SECONDS.',
    );
  });

  test('never shows the value of one, wrong or right', () => {
    const problem = problemOf({ WAIT_SECONDS: 'secret-0815', SECRET_PREFIX: 'secret-4711' });

    expect(problem).toContain('WAIT_SECONDS');
    expect(problem).not.toMatch(/secret-/u);
  });

  test.each(['0', '-1', '1.5', '1e3', ' 30', '30s', '030', ''])(
    'takes no "%s" for a number of seconds',
    (value) => {
      expect(problemOf({ WAIT_SECONDS: value })).toContain('WAIT_SECONDS');
    },
  );

  test.each([
    ['1', 1],
    ['10', 10],
    ['720', 720],
  ])('takes "%s" for a number of seconds', (value, number) => {
    expect(readEnvironment(schema, { ...VARIABLES, WAIT_SECONDS: value }).WAIT_SECONDS).toBe(
      number,
    );
  });

  test('must have all of the clocks: none has a value of its own accord', () => {
    const names = Object.keys(timerVariables);

    expect(() => readEnvironment(z.object(timerVariables), {})).toThrow(
      `missing or wrong: ${names.join(', ')}.`,
    );
  });
});
