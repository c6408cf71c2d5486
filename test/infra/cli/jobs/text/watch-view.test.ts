import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Asked } from '../../../../../infra/cli/jobs/cloud/ask-operate.ts';
import { watchStatus } from '../../../../../infra/cli/jobs/text/watch-status.ts';
import { liveBars, watchLines } from '../../../../../infra/cli/jobs/text/watch-view.ts';
import { noOutcomes } from '../../../../../shared/renewal/outcome.ts';
import type { JobView } from '../../../../../shared/messages/operate-answer.ts';
import { jobView } from '../job-view-sample.ts';

const HALF = jobView({
  decided: 50,
  outcomes: { ...noOutcomes(), renewed: 48, invalid: 2 },
  paid: { USD: '480.00' },
});

/** What a terminal of that size was sent. */
function terminal(): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  const through = new PassThrough();
  let sent = '';
  through.on('data', (data: Buffer) => {
    sent += data.toString();
  });
  const stream = Object.assign(through, { isTTY: true, columns: 120, rows: 40 });
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    text: () => stripVTControlCharacters(sent),
  };
}

test('a terminal is shown a bar of all rows with money and rate, and one for each outcome', () => {
  const { stream, text } = terminal();
  const view = liveBars(stream);
  view.show(HALF, 120);
  view.end();

  expect(text()).toMatch(/running +█{12}░{12} 50\/100 {2}480\.00 USD paid, 120 rows\/min/u);
  expect(text()).toMatch(/renewed +█+░+ 48/u);
  expect(text()).toMatch(/needs review +░{24} 0/u);
});

test('elsewhere there is a line for each change, and none for standing still', () => {
  const lines: string[] = [];
  const view = watchLines((line) => lines.push(line));
  view.show(jobView(), null);
  view.show(HALF, 120);
  view.show(HALF, 60);

  expect(lines).toEqual([
    'running: 0/100 rows decided, 0 paid',
    'running: 50/100 rows decided, 480.00 USD paid; 48 renewed, 2 invalid (120 rows/min)',
  ]);
});

async function watched(...answers: readonly (JobView | null)[]) {
  const shown: string[] = [];
  const left = [...answers];
  const ask = async (): Promise<Asked> => {
    const job = left.shift() ?? null;
    const answer = job === null ? { ok: false, line: 'No.' } : { ok: true, line: '', job };
    return await Promise.resolve({ answer, json: '' });
  };
  const view = {
    show: ({ status }: JobView) => shown.push(status),
    end: () => shown.push('end'),
  };
  const line = { ask, close: () => undefined };
  const event = { command: 'status', job: 'k7m' } as const;
  const last = await watchStatus(event, line, view, AbortSignal.timeout(1000)).catch(
    (error: Error) => error.name,
  );
  return { shown, last };
}

test.each(['done', 'rejected', 'cancelled', 'expired', 'suspended'] as const)(
  'watching ends when the job is %s',
  async (status) => {
    const { shown, last } = await watched(jobView({ status }));

    expect(shown).toEqual([status, 'end']);
    expect(last).toMatchObject({ answer: { ok: true, job: { status } } });
  },
);

test('watching ends with a refusal', async () => {
  const { shown, last } = await watched(null);

  expect(shown).toEqual(['end']);
  expect(last).toMatchObject({ answer: { ok: false } });
});

test('watching can be broken off while the job goes on, and the view is put away', async () => {
  const { shown, last } = await watched(jobView({ status: 'waiting' }), jobView());

  expect(shown).toEqual(['waiting', 'end']);
  expect(last).toBe('AbortError');
});
