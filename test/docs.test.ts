import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stages } from '../infra/config.ts';
import { PROVIDER_SETTINGS } from '../shared/providers/settings.ts';
import { generalWritten, INNER_FIELDS } from '../shared/settings/account-entry.ts';
import { PROJECT } from './support/imports-of.ts';
import { allPages, anchorsOf, isFile, linksOf, type PageLink, textOf } from './support/pages.ts';

const KIB = 1024;
const MANUAL = 'infra/docs';
const pages = allPages();
const everything = pages.map(textOf).join('\n');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

/**
 * Pages that are linked to before they are written. Once one is there, links to it are checked like
 * all others, and it is to be taken out here.
 */
const UNDER_WAY: ReadonlySet<string> = new Set([
  'shared/renewal/README.md',
  'shared/renewal/money-rules.md',
  'shared/renewal/vocabulary.md',
  'shared/providers/huawei/contract.md',
]);

function problemOf({ page, target, file, anchor }: PageLink): string | null {
  if (!isFile(file)) return UNDER_WAY.has(file) ? null : `${page}: there is no file ${target}`;
  if (anchor === null || anchorsOf(file).has(anchor)) return null;
  return `${page}: there is no heading ${target}`;
}

describe('the pages', () => {
  test('link to files and headings that exist', () => {
    const links = pages.flatMap(linksOf);

    expect(links.length).toBeGreaterThan(50);
    expect(links.map(problemOf).filter((problem) => problem !== null)).toEqual([]);
  });

  test('open with a README that is read in minutes', () => {
    expect(statSync(posix.join(PROJECT, 'README.md')).size).toBeLessThanOrEqual(15 * KIB);
  });

  test('of the manual are all in its index', () => {
    const indexed = new Set(linksOf(`${MANUAL}/README.md`).map(({ file }) => file));
    const others = pages.filter((page) => posix.dirname(page) === MANUAL);

    expect(others.length).toBeGreaterThan(5);
    expect(others.filter((page) => page !== `${MANUAL}/README.md` && !indexed.has(page))).toEqual(
      [],
    );
  });

  test('lead from the README to the states of an order', () => {
    expect(linksOf('README.md').map(({ file }) => file)).toEqual(
      expect.arrayContaining([...UNDER_WAY]),
    );
  });
});

/** What a command, or one of its verbs, says of itself. */
function helpOf(command: string, ...verb: readonly string[]): string {
  const { stdout, status } = spawnSync(
    process.execPath,
    [...scripts[command]!.split(' ').slice(1), ...verb, '--help'],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`npm run ${command} -- --help ends with ${status}`);
  return stdout;
}

/** What a command and all of its verbs say. */
function wholeHelpOf(command: string): string {
  const help = helpOf(command);
  return [help, ...[...verbsIn(help)].map((verb) => helpOf(command, verb))].join('\n');
}

const OPTION = /(?<![\w-])--[a-z][a-z-]*/gu;

/** The lines in which a command is called with arguments, each without what stands before them. */
function callsOf(command: string): string[] {
  const call = String.raw`(?:npm (?:run )?${command}(?: --silent)? --|npx renewsheet ${command}) +([^\x60\n|]+)`;
  return [...everything.matchAll(new RegExp(call, 'gu'))].map(([, rest]) => rest!);
}

/** The part of the page of commands that is about one of them. */
function sectionOf(command: string): string {
  const heading = command === 'start' ? 'npm start' : `npm run ${command}`;
  const [, section] = `${textOf(`${MANUAL}/command-line.md`)}\n## `.split(`\n## ${heading}\n`);
  return section!.split('\n## ')[0]!;
}

/** The words that begin the lines under "Commands:" of a help: the verbs of a command. */
function verbsIn(whole: string): Set<string> {
  const [, help = ''] = whole.split('\nExample:')[0]!.split('\nCommands:\n');
  return new Set([...help.matchAll(/^ {2}([a-z]+)\b/gmu)].map(([, verb]) => verb!));
}

describe('the commands', () => {
  test('that the pages name are scripts', () => {
    const named = [...everything.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/gu)];
    const unknown = named
      .map(([, run, own]) => run ?? own!)
      .filter((name) => !Object.hasOwn(scripts, name));

    expect(named.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });

  test('that can be run are all in the manual', () => {
    const commands = Object.keys(scripts).filter((name) => !name.startsWith('pre'));
    const page = textOf(`${MANUAL}/command-line.md`);
    const untold = commands.filter((name) => !new RegExp(`npm (run )?${name}\\b`, 'u').test(page));

    expect(untold).toEqual([]);
  });

  test.each(['start', 'dev', 'jobs', 'world', 'bench', 'soak', 'explore', 'mutants'])(
    'npm run %s takes the options that the pages say, and no others',
    (command) => {
      const help = new Set(wholeHelpOf(command).match(OPTION));
      const section = sectionOf(command);
      const told = new Set(section.match(OPTION));
      const used = callsOf(command).flatMap((call) => call.match(OPTION) ?? []);
      // Of npm itself, and of every command.
      const always = new Set(['--silent', '--help']);

      expect([...help].filter((option) => !always.has(option) && !told.has(option))).toEqual([]);
      expect(used.filter((option) => !always.has(option) && !help.has(option))).toEqual([]);
    },
    30_000,
  );

  test.each(['jobs', 'world'])(
    'npm run %s knows the verbs that the pages say, and they tell of all',
    (command) => {
      const known = verbsIn(helpOf(command));
      const used = callsOf(command)
        .map((call) => /^[a-z]+/u.exec(call)?.[0] ?? '')
        .filter((verb) => verb !== '');
      const section = sectionOf(command);

      expect(known.size).toBeGreaterThan(5);
      expect(used.length).toBeGreaterThan(3);
      expect(used.filter((verb) => !known.has(verb))).toEqual([]);
      expect([...known].filter((verb) => !new RegExp(`\`${verb}\\b`, 'u').test(section))).toEqual(
        [],
      );
    },
    30_000,
  );
});

describe('the manual', () => {
  test('tells of every setting of an account and of the stack', () => {
    const page = textOf(`${MANUAL}/settings.md`);
    const settings = [
      ...generalWritten.names,
      ...Object.values(INNER_FIELDS).flat(),
      ...Object.values(PROVIDER_SETTINGS).flatMap(({ names }) => names),
      ...Object.keys(stages.production),
      ...Object.keys(stages.production.timers),
    ];

    expect(settings.filter((name) => !new RegExp(`[\`"]${name}[\`"]`, 'u').test(page))).toEqual([]);
  });

  test('gives each timer the value that it has', () => {
    const page = textOf(`${MANUAL}/settings.md`);

    for (const [name, value] of Object.entries(stages.production.timers)) {
      expect(page).toMatch(new RegExp(`\\| \`${name}\` +\\| +${value} \\|`, 'u'));
    }
  });

  test.each([
    'Suspended',
    'Rows need review',
    'The provider does not answer',
    'Results cannot be written',
  ])('tells operations step by step what to do: %s', (title) => {
    const [, section = ''] = textOf(`${MANUAL}/operations.md`).split(`\n### ${title}\n`);
    const [own = ''] = section.split(/\n##+ /u);

    expect(own).toContain('**Meaning.**');
    expect(own).toMatch(/^\| 1 +\|.*`npm run jobs --silent -- /mu);
  });

  test('leads operations to the runbook for every alarm', () => {
    const sections = [...anchorsOf('.github/RUNBOOK.md')].filter((anchor) => anchor !== 'runbook');
    const led = linksOf(`${MANUAL}/operations.md`).map(({ anchor }) => anchor);

    expect(sections.length).toBeGreaterThan(5);
    expect(led).toEqual(expect.arrayContaining(sections));
  });
});
