import type { Language } from './entry.ts';
import { hasNumber } from './order-words.ts';

/** What is to be looked at: an order with all of its rows, or the resource of one row. */
export type ReviewSubject =
  | { readonly kind: 'order'; readonly order: string }
  | { readonly kind: 'resource'; readonly resource: string };

/** What to look at for a row: the only order that it names and that has a number, else its resource. */
export function reviewSubject(order: string | null, resource: string): ReviewSubject {
  return order === null || order.includes(',') || !hasNumber(order)
    ? { kind: 'resource', resource }
    : { kind: 'order', order };
}

/** How the finding is written down: the whole command, for it may be read far from any manual. */
function settling(job: string, subject: ReviewSubject, as: string): string {
  const what = subject.kind === 'order' ? `--order ${subject.order}` : subject.resource;
  return `npm run jobs -- settle ${job} ${what} --as "${as}"`;
}

/**
 * Every step of looking at what needs review, in the order in which it is done. `first` is the advice
 * of the row's own reason. Not in the catalogue: nothing that pays has to say it.
 */
export function reviewSteps(
  job: string,
  subject: ReviewSubject,
  first: string,
  language: Language,
): readonly string[] {
  const [paid, not] = [settling(job, subject, 'paid'), settling(job, subject, 'not paid')];
  const look = first === '' ? LOOK[language](subject) : first;
  return language === 'en'
    ? [
        look,
        `It is paid, and the later expiry is shown: ${paid}.`,
        'It is unpaid: cancel it in the console before anything else, or the next job finds the resource locked.',
        `It is cancelled or there is none, and the old expiry is shown: ${not}.`,
        'Only then drop the rows that are still wanted again.',
      ]
    : [
        look,
        `已支付且显示了新的到期时间：${paid}。`,
        '未支付：请先在控制台取消该订单，否则下一个任务会发现资源被锁定。',
        `已取消或没有订单，且仍显示原到期时间：${not}。`,
        '之后再重新提交仍需续费的行。',
      ];
}

const LOOK: Readonly<Record<Language, (subject: ReviewSubject) => string>> = {
  en: (subject) =>
    subject.kind === 'order'
      ? `Look at order ${subject.order} in the console.`
      : 'Look for orders of this resource in the console.',
  zh: (subject) =>
    subject.kind === 'order'
      ? `请在控制台查看订单${subject.order}。`
      : '请在控制台查找该资源的订单。',
};

/** The steps in one text, each in a line of its own: "1. Look at order CS1 in the console.", "2. ...". */
export function numbered(steps: readonly string[]): string {
  return steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
}
