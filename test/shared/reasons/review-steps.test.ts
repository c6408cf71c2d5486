import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../shared/reasons/entry.ts';
import { numbered, reviewSteps, reviewSubject } from '../../../shared/reasons/review-steps.ts';

const ORDER = { kind: 'order', order: 'CS1' } as const;

test('the steps of an order come in the order in which they are done', () => {
  expect(numbered(reviewSteps('n9t7b', ORDER, 'Look at order CS1 in the console.', 'en'))).toBe(
    '1. Look at order CS1 in the console.\n' +
      '2. It is paid, and the later expiry is shown: npm run jobs -- settle n9t7b --order CS1 --as "paid".\n' +
      '3. It is unpaid: cancel it in the console before anything else, or the next job finds the resource locked.\n' +
      '4. It is cancelled or there is none, and the old expiry is shown: npm run jobs -- settle n9t7b --order CS1 --as "not paid".\n' +
      '5. Only then drop the rows that are still wanted again.',
  );
});

test.each(LANGUAGES)(
  'in %s every step is there, with both findings and where to look',
  (language) => {
    for (const subject of [ORDER, { kind: 'resource', resource: 'vm-1' } as const]) {
      const steps = reviewSteps('n9t7b', subject, '', language);
      const name = subject.kind === 'order' ? '--order CS1' : 'vm-1';

      expect(steps).toHaveLength(5);
      expect(steps.every((step) => /[.。]$/u.test(step))).toBe(true);
      expect(steps[1]).toContain(`npm run jobs -- settle n9t7b ${name} --as "paid"`);
      expect(steps[3]).toContain(`npm run jobs -- settle n9t7b ${name} --as "not paid"`);
    }
  },
);

test.each([
  ['CS1', ORDER],
  [null, { kind: 'resource', resource: 'vm-1' }],
  ['CS1, CS2', { kind: 'resource', resource: 'vm-1' }],
  ['request:4734/vm-1', { kind: 'resource', resource: 'vm-1' }],
])('of a row that names %j', (order, subject) => {
  expect(reviewSubject(order, 'vm-1')).toEqual(subject);
});
