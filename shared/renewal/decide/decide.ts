import { decideConfirm } from './confirm/confirm.ts';
import { type Context, type Goal, isWork } from './context.ts';
import { BACK_OFF_MS, type Decision, Draft, lookAgainAt } from './decision.ts';
import { firstUnderWay } from './first-alone.ts';
import { isFirstPurchaseOpen } from './purchases/first-purchase.ts';
import { decideOrders } from './orders.ts';
import { readDeclined } from './payments.ts';
import { learnSize } from './prices.ts';
import { decideRows } from './rows.ts';
import { silencesOf } from '../rules/silences.ts';
import { giveUpSilent } from './give-up-silent.ts';
import { decideSweep } from './sweep.ts';
import { decideUnclearCalls } from './unclear-calls.ts';
import { decideWatched } from './watched.ts';

/**
 * What is next for a chunk: events to record, questions to ask, calls to make, instants to wait for,
 * or a reason to stop. Rests on the journal, on what was read and when, and on the clock alone; the
 * same facts give the same decision. What is under way is not decided twice.
 */
export function decide(goal: Goal, context: Context): Decision & Pick<Draft, 'waitedFor'> {
  const { facts, journal, now } = context;
  const silences = silencesOf(journal);
  const draft = new Draft(facts.underWay, facts.silent, now + BACK_OFF_MS, silences);
  const works = isWork(goal);
  if (works && facts.stop !== null) readDeclined(context, draft);
  if (works && facts.stop === null) {
    decideUnclearCalls(context, draft);
    decideOrders(context, draft);
    if (goal === 'renew') {
      decideRows(context, draft);
      decideWatched(context, draft);
      learnSize(context, draft);
    }
  }
  // Payments are confirmed even when the work stops: the interim sheet should tell of them, and one
  // that was charged too much must suspend whatever else there is to wait for.
  if ((goal === 'renew' || goal === 'confirm') && draft.idle) decideConfirm(context, draft);
  if (goal === 'renew' && journal.state === 'open' && isFirstOpen(context)) {
    // The next chunk pays once this one is done with.
    draft.wait(lookAgainAt(context));
  }
  if (goal !== 'confirm' && facts.stop === null) decideSweep(goal, context, draft);
  if (works && facts.stop === null) giveUpSilent(context, draft);
  draft.askLast();
  return draft;
}

function isFirstOpen(context: Context): boolean {
  return firstUnderWay(context) !== null || isFirstPurchaseOpen(context);
}
