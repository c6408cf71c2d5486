import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { readRunningCloud } from '../../infra/cli/dev/folder/running-cloud-file.ts';
import { openSandboxClient, type SandboxClient } from '../../infra/cli/world/sandbox-client.ts';
import { type JobView, operateAnswerSchema } from '../../shared/messages/operate-answer.ts';
import { type Ended, endOf, startProcess, type TestProcess } from './child-process.ts';

/** A row of a results workbook. `paid` in the account's currency, 0 where nothing was. */
export interface SheetRow {
  readonly resource: string;
  readonly outcome: string;
  readonly paid: number;
  readonly reason: string;
}

/** A results workbook, read by another library than wrote it. */
export interface ResultsBook {
  readonly rows: readonly SheetRow[];
  /** All that stands on its Summary, a line each. */
  readonly summary: string;
}

/** The local cloud of a folder, worked as people do: by files and by commands in processes of their own. */
export class OpsDesk {
  readonly data: string;

  constructor(data: string) {
    this.data = data;
  }

  /** `npm run dev`, quicker; resolves once it is up. */
  async start(...args: readonly string[]): Promise<TestProcess> {
    const dev = startProcess('test/support/quick-dev.ts', ['--data', this.data, ...args]);
    await dev.says('Ctrl-C ends it');
    return dev;
  }

  /** `npm run jobs`, still running. */
  begin(...args: readonly string[]): TestProcess {
    return startProcess('infra/cli/renewsheet.ts', ['jobs', ...args, '--data', this.data]);
  }

  /** `npm run jobs`, to its end. */
  async jobs(...args: readonly string[]): Promise<Ended> {
    return await endOf(this.begin(...args));
  }

  /** `npm run world`, to its end. */
  async world(...args: readonly string[]): Promise<Ended> {
    const all = ['world', ...args, '--data', this.data];
    return await endOf(startProcess('infra/cli/renewsheet.ts', all));
  }

  /** How a job stands, for machines. */
  async job(id: string): Promise<JobView> {
    const { out } = await this.jobs('status', id, '--json');
    return operateAnswerSchema.parse(JSON.parse(out)).job!;
  }

  drop(file: string, content: string | Uint8Array): void {
    writeFileSync(join(this.data, 'drop/approved/main', file), content);
  }

  remove(file: string): void {
    rmSync(join(this.data, 'drop/approved/main', file));
  }

  /** The only results workbook of a file. Throws where there is none. */
  async results(name: string): Promise<ResultsBook> {
    const folder = join(this.data, 'drop/results/main');
    const [file, ...others] = readdirSync(folder).filter(
      (one) => one.startsWith(`${name}.`) && one.endsWith('.results.xlsx'),
    );
    if (file === undefined || others.length > 0) throw new Error(`not one workbook of ${name}`);
    const { sheets } = await readXlsx(readFileSync(join(folder, file)));
    const linesOf = (sheet: string): readonly (readonly unknown[])[] =>
      sheets.find((one) => one.name === sheet)!.rows;
    const [headings = [], ...lines] = linesOf('Results');
    const at = (line: readonly unknown[], heading: string): unknown =>
      line[headings.indexOf(heading)];
    return {
      rows: lines.map((line) => ({
        resource: String(at(line, 'Resource ID')),
        outcome: String(at(line, 'Outcome')),
        paid: Number(at(line, 'Paid (allocated)') ?? 0),
        reason: String(at(line, 'Reason')),
      })),
      summary: linesOf('Summary')
        .map((line) => line.filter((cell) => cell !== null && cell !== '').join(' | '))
        .join('\n'),
    };
  }

  /** What nobody but the provider knows. */
  sandbox(): SandboxClient {
    const found = readRunningCloud(this.data);
    if (found.kind === 'none') throw new Error(found.problem);
    return openSandboxClient(found.cloud.accounts[0]!.control!);
  }
}
