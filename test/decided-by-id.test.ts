import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, PROJECT } from './support/imports-of.ts';

/** Sentences are for people: their words may change, and another language has other ones. */
const TEXT = String.raw`(?:\.(?:reason|message|advice)|\bsay(?:Whole)?\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\.\w+)?)`;
const LOOKED_INTO = String.raw`[?!]*\s*\.(?:startsWith|endsWith|includes|indexOf|search|match)\(`;
const MATCHED = String.raw`\.(?:test|exec)\([^()]*${TEXT}`;
const COMPARED = String.raw`\.(?:reason|message|advice) *[!=]== *['"\x60]`;
const BY_TEXT = new RegExp(`${TEXT}${LOOKED_INTO}|${MATCHED}|${COMPARED}`, 'gu');

function decisionsByText(source: string): string[] {
  return source.match(BY_TEXT) ?? [];
}

test.each(['shared/renewal', 'shared/engine', 'shared/jobs', 'functions'])(
  'nothing in %s is decided by what a sentence says, only by its id',
  (folder) => {
    const files = filesBelow(folder);
    const found = files.flatMap((file) =>
      decisionsByText(readFileSync(posix.join(PROJECT, file), 'utf8')).map(
        (text) => `${file}: ${text}`,
      ),
    );

    expect(files.length).toBeGreaterThan(5);
    expect(found).toEqual([]);
  },
);

test.each([
  "outcome?.reason.startsWith('Checked by') === true",
  "job.reason?.includes('balance')",
  "refusal.message.includes('locked')",
  "say(outcome.reason, 'en').reason.startsWith('Paid')",
  "sayWhole(job.reason!, 'en')\n    .endsWith(code)",
  '/^Checked by/u.test(outcome.reason)',
  "/Paid/u.test(say(reason, 'en').reason)",
  "outcome.advice === ''",
])('a decision by a text would be found: %s', (source) => {
  expect(decisionsByText(source)).toHaveLength(1);
});

test.each([
  "job.reason?.id === 'short-balance'",
  'CHECKED.has(outcome.reason.id)',
  "const said = say(job.reason, 'en').reason;",
])('a decision by an id is none by a text: %s', (source) => {
  expect(decisionsByText(source)).toEqual([]);
});
