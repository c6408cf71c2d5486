import fc from 'fast-check';
import type { HuaweiSandbox } from '../../infra/sandboxes/huawei/sandbox.ts';
import type { Job } from '../../shared/jobs/job.ts';
import type { InProcess } from '../support/in-process.ts';
import { cancel, resume } from '../support/operator.ts';

/** What ops do about a suspended job. */
export type OperatorAct =
  | 'resume'
  | 'top up a little and resume'
  | 'resume although unpaid orders got dearer'
  | 'cancel'
  | 'wait for hours';

/** What they do one after the other; afterwards they mend everything. */
export function operatorActs(): fc.Arbitrary<readonly OperatorAct[]> {
  const act = fc.constantFrom<OperatorAct>(
    'resume',
    'resume',
    'top up a little and resume',
    'resume although unpaid orders got dearer',
    'wait for hours',
    'cancel',
  );
  return fc.array(act, { maxLength: 6 });
}

/** Ticks in three hours. */
const HOURS = 36;

/** Plays one on the suspended job. */
export async function operate(
  act: OperatorAct,
  job: Job,
  app: InProcess,
  sandbox: HuaweiSandbox,
): Promise<void> {
  switch (act) {
    case 'resume':
      await resume(app, job);
      return;
    case 'top up a little and resume':
      sandbox.act.topUp({ amount: '12' });
      await resume(app, job);
      return;
    case 'resume although unpaid orders got dearer':
      for (const { id, status } of sandbox.orders()) {
        if (status === 6) sandbox.act.repriceOrder({ order: id, factor: '1.1' });
      }
      await resume(app, job);
      return;
    case 'cancel':
      await cancel(app, job);
      return;
    case 'wait for hours':
      for (let ticks = 0; ticks < HOURS; ticks += 1) await app.step();
  }
}

/** Puts right whatever may have suspended the account. */
export function mend({ act }: HuaweiSandbox): void {
  act.clearFaults();
  act.setBalance({ amount: '100000' });
  act.setFrozen({ frozen: false });
  act.acceptKey();
}
