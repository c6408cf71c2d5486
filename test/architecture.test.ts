import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, type Import, importsOf, packageOf, PROJECT } from './support/imports-of.ts';

/** What is wrong with some imports, one readable line each. */
function strays(folder: string, allowed: (one: Import) => boolean): string[] {
  const files = filesBelow(folder);
  // A folder that was renamed must not pass as one without a stray.
  if (files.length === 0) throw new Error(`there is nothing in ${folder}`);
  return files
    .flatMap(importsOf)
    .filter((one) => !allowed(one))
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** Whether the import is one of ours below one of these folders of shared. */
function inShared({ ours, to }: Import, ...folders: string[]): boolean {
  return ours && folders.some((folder) => to.startsWith(`shared/${folder}/`));
}

/** What is known without any adapter: values, reasons, the law, and what stands around it. */
const INNER = [
  'values',
  'reasons',
  'phrases',
  'renewal',
  'audit',
  'jobs',
  'settings',
  'notices',
  'survey',
  'check',
  'store',
  'messages',
  'ports',
];

/** A neighbour of the workbook, the providers and AWS: libraries yes, the others no. */
function besides(folder: string): (one: Import) => boolean {
  return (one) => !one.ours || inShared(one, ...INNER, folder);
}

/** The one door from settings to the providers. */
const SETTINGS_OF_PROVIDERS = /^shared\/providers\/(?:settled-)?settings\.ts$/u;

/** A provider's settings know libraries, the kinds of settings and each other. */
function fromSettings(one: Import): boolean {
  if (!one.ours || inShared(one, 'settings', 'values')) return true;
  return /^shared\/providers\/(?:[^/]+\/)?(?:settled-)?settings\.ts$/u.test(one.to);
}

function inWorkbook(one: Import, ...folders: string[]): boolean {
  return inShared(one, ...folders.map((folder) => `workbook/${folder}`));
}

function fromFunction({ ours, from, to }: Import): boolean {
  const [, name] = from.split('/');
  return !ours || to.startsWith('shared/') || to.startsWith(`functions/${name}/`);
}

/** What runs on a developer's machine only. */
const LOCAL = /^infra\/(?:cloud|sandboxes|cli)\//u;

/** The stack must not run what it deploys; it needs its variables' names, settings and folders. */
function fromStack({ ours, from, to }: Import): boolean {
  if (!ours || LOCAL.test(from)) return true;
  if (to.startsWith('infra/')) return !LOCAL.test(to);
  const deployed = ['shared/runtime/lambda-credentials.ts', 'shared/runtime/environment.ts'];
  return (
    /^(?:functions\/[^/]+\/env\.ts$|shared\/(?:values|reasons|renewal|settings|notices|survey|store|messages)\/)/u.test(
      to,
    ) || deployed.includes(to)
  );
}

const RULES: readonly (readonly [string, string, (one: Import) => boolean])[] = [
  [
    'values know nothing but themselves, and decimals for money',
    'shared/values',
    (one) =>
      inShared(one, 'values') || (one.from === 'shared/values/money.ts' && one.to === 'big.js'),
  ],
  [
    'reasons know values and themselves, and no library',
    'shared/reasons',
    (one) => inShared(one, 'values', 'reasons'),
  ],
  [
    'phrases know reasons by their types and what they are about, and no library',
    'shared/phrases',
    (one) =>
      inShared(one, 'phrases') ||
      (one.typeOnly && inShared(one, 'values', 'reasons', 'renewal', 'survey')),
  ],
  [
    'the law knows values, reasons and itself, and no library',
    'shared/renewal',
    (one) => inShared(one, 'values', 'reasons', 'renewal'),
  ],
  ['the ports know no library and no adapter', 'shared/ports', (one) => inShared(one, ...INNER)],
  [
    'the engine knows no library and no adapter',
    'shared/engine',
    (one) => inShared(one, ...INNER, 'engine'),
  ],
  [
    'the audit shares no code with the engine and the law: it knows their records by type alone',
    'shared/audit',
    (one) =>
      inShared(one, 'values', 'reasons', 'audit') ||
      (one.ours &&
        one.typeOnly &&
        ['shared/ports/provider.ts', 'shared/renewal/journal.ts'].includes(one.to)),
  ],
  ['jobs know no adapter', 'shared/jobs', (one) => !one.ours || inShared(one, ...INNER, 'engine')],
  [
    'settings know no engine and no adapter, and of the providers only what each may set',
    'shared/settings',
    (one) => besides('settings')(one) || SETTINGS_OF_PROVIDERS.test(one.to),
  ],
  [
    'what a provider may set knows nothing of how it is called',
    'shared/providers',
    (one) => !/\/(?:settled-)?settings\.ts$/u.test(one.from) || fromSettings(one),
  ],
  ['notices know no adapter', 'shared/notices', besides('notices')],
  ['surveys know no engine and no adapter', 'shared/survey', besides('survey')],
  ['the dry run knows no adapter', 'shared/check', (one) => inShared(one, ...INNER, 'engine')],
  ['stored things know no engine and no adapter', 'shared/store', besides('store')],
  ['messages know no engine and no adapter', 'shared/messages', besides('messages')],
  ['the workbook knows none of its neighbours', 'shared/workbook', besides('workbook')],
  [
    'reading a quote knows nothing of what is written',
    'shared/workbook/read',
    (one) =>
      besides('workbook')(one) && !inWorkbook(one, 'results', 'check', 'export', 'again', 'sheet'),
  ],
  [
    'what sheets are built of knows none of the workbooks',
    'shared/workbook/sheet',
    (one) =>
      besides('workbook')(one) && !inWorkbook(one, 'read', 'results', 'check', 'export', 'again'),
  ],
  ['the providers know none of their neighbours', 'shared/providers', besides('providers')],
  ['the AWS stores know none of their neighbours', 'shared/aws', besides('aws')],
  [
    'shared knows neither the functions nor the stack',
    'shared',
    ({ ours, to }) => !ours || to.startsWith('shared/'),
  ],
  ['a function knows shared and itself, and no other function', 'functions', fromFunction],
  ['the stack knows only names and settings of what it deploys', 'infra', fromStack],
  [
    'a sandbox follows its contract: it knows nothing of the adapter',
    'infra/sandboxes',
    ({ ours, to }) => !ours || to.startsWith('infra/sandboxes/'),
  ],
  [
    'the frame of the sandboxes knows none of them',
    'infra/sandboxes/frame',
    ({ ours, to }) => !ours || to.startsWith('infra/sandboxes/frame/'),
  ],
  [
    'the embedded cloud knows no command and no sandbox',
    'infra/cloud',
    ({ ours, to }) => !ours || !/^infra\/(?:cli|sandboxes)\//u.test(to),
  ],
  ['shared knows no test', 'shared', ({ to }) => !to.startsWith('test/')],
  ['a function knows no test', 'functions', ({ to }) => !to.startsWith('test/')],
  [
    'neither the stack nor the local run knows a test',
    'infra',
    ({ to }) => !to.startsWith('test/'),
  ],
];

describe('imports go inwards only', () => {
  test.each(RULES)('%s', (_, folder, allowed) => {
    expect(strays(folder, allowed)).toEqual([]);
  });
});

test('no command goes on with the Node that its shell found before the installation', () => {
  const { scripts } = JSON.parse(readFileSync(posix.join(PROJECT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const installing = Object.values(scripts).filter((script) => script.includes('install.mjs'));

  expect(installing.length).toBeGreaterThan(0);
  expect(installing.filter((script) => /&&\s*node\b/u.test(script))).toEqual([]);
});

test('what runs in a function comes from the dependencies that are deployed', () => {
  const { dependencies } = JSON.parse(
    readFileSync(posix.join(PROJECT, 'package.json'), 'utf8'),
  ) as {
    dependencies: Record<string, string>;
  };
  const allowed = ({ ours, typeOnly, to }: Import): boolean =>
    ours || typeOnly || to.startsWith('node:') || packageOf(to) in dependencies;

  expect([...strays('shared', allowed), ...strays('functions', allowed)]).toEqual([]);
});

/** Licences of what a bundle may be made of (CONTRIBUTING, "Dependencies"). */
const LICENCES: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
]);

describe('the bundles', () => {
  const graphs = new Map<string, Metafile['inputs']>();

  beforeAll(async () => {
    const handlers = filesBelow('functions').filter((file) => file.endsWith('/handler.ts'));
    for (const handler of handlers) {
      const { metafile } = await build({
        absWorkingDir: PROJECT,
        entryPoints: [handler],
        bundle: true,
        write: false,
        metafile: true,
        platform: 'node',
        format: 'esm',
        logLevel: 'error',
        mainFields: ['module', 'main'],
      });
      graphs.set(handler, metafile.inputs);
    }
  });

  /** Packages and folders of ours that the bundle of a function is made of. */
  function madeOf(handler: string): string[] {
    return Object.keys(graphs.get(handler) ?? {}).map((input) => {
      const [, inside] = input.split(/^.*node_modules\//u);
      return inside === undefined ? posix.dirname(input) : packageOf(inside);
    });
  }

  test.each(['renew-chunk', 'tick'])('of %s carries no workbook library', (name) => {
    const parts = madeOf(`functions/${name}/handler.ts`);

    expect(parts).toContain('shared/engine');
    expect(
      parts.filter((part) => /^(?:exceljs|hucre|luxon|shared\/workbook)$/u.test(part)),
    ).toEqual([]);
  });

  test.each(['export-quote', 'check-quote'])(
    'of %s has no code that could order, pay or cancel anything',
    (name) => {
      const inputs = Object.keys(graphs.get(`functions/${name}/handler.ts`) ?? {});
      const spending =
        /providers\/(?:huawei|alibaba)\/(?:open-huawei|open-alibaba|renewal-call|operations\/(?:renew|pay|purchase|cancel))\.ts$/u;

      expect(inputs).toContain('shared/providers/huawei/operations/renewal-prices.ts');
      expect(inputs).toContain('shared/providers/alibaba/operations/renewal-prices.ts');
      expect(inputs.filter((input) => spending.test(input))).toEqual([]);
      expect(
        Object.keys(graphs.get('functions/renew-chunk/handler.ts') ?? {}).filter((input) =>
          spending.test(input),
        ),
      ).toHaveLength(8);
    },
  );

  test('of intake and finish-job do carry one, or the test above would prove nothing', () => {
    expect(madeOf('functions/intake/handler.ts')).toContain('shared/workbook');
    expect(madeOf('functions/finish-job/handler.ts')).toContain('exceljs');
  });

  test('are made of packages whose licences let them be handed on under ours', () => {
    const packages = new Set(
      [...graphs.values()].flatMap((inputs) =>
        Object.keys(inputs).flatMap(
          (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(input)?.[0] ?? [],
        ),
      ),
    );
    const licences = [...packages].map((folder) => {
      const text = readFileSync(posix.join(PROJECT, folder, 'package.json'), 'utf8');
      return `${folder}: ${(JSON.parse(text) as { license?: string }).license ?? 'none'}`;
    });

    expect(packages.size).toBeGreaterThan(50);
    expect(licences.filter((one) => !LICENCES.has(one.split(': ')[1]!))).toEqual([]);
  });

  test('have no import among our files that these tests overlook', () => {
    const seen = [...graphs.values()].flatMap((inputs) =>
      Object.entries(inputs).flatMap(([from, { imports }]) =>
        from.startsWith('node_modules/') ? [] : imports.map(({ path }) => `${from} ${path}`),
      ),
    );
    const ours = seen.filter((edge) => !edge.includes('node_modules') && edge.includes('.ts '));
    const found = new Set(
      [...filesBelow('shared'), ...filesBelow('functions')]
        .flatMap(importsOf)
        .map(({ from, to }) => `${from} ${to}`),
    );

    expect(ours.length).toBeGreaterThan(100);
    expect(ours.filter((edge) => edge.endsWith('.ts') && !found.has(edge))).toEqual([]);
  });
});
