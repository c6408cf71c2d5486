import { expect, test } from 'vitest';
import { objectLink } from '../../../shared/notices/object-link.ts';

test.each([
  ['eu-west-1', 'https://eu-west-1.console.aws.amazon.com/'],
  ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
  ['us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
])('in %s an object is shown by the console of its partition', (region, console) => {
  expect(objectLink(region, 'quotes', 'results/main/a b.xlsx')).toBe(
    `${console}s3/object/quotes?region=${region}&prefix=results/main/a%20b.xlsx`,
  );
});
