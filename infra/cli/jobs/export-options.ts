/** The options of `export`; what is left out is as the account's settings have it. */
export const EXPORT_OPTIONS = [
  ['--due <days>', 'what expires within so many days, such as 30d (default: as the account says)'],
  ['--urgent', 'what has expired or does within 15 days (default: as --due says)'],
  ['--ids <list>', 'exactly these resources, with commas between (default: all)'],
  [
    '--term <term>',
    'for how long they are priced: 1m, "6 months", 2y (default: as the account says)',
  ],
  ['--order <number>', 'only the resources of this order (default: of any)'],
  ['--names <list>', 'only what has one of these in its name (default: as the account says)'],
  ['--regions <list>', 'only what is in one of these (default: as the account says)'],
  ['--services <list>', 'only these service types (default: as the account says)'],
  ['--projects <list>', 'only these enterprise projects (default: as the account says)'],
  [
    '--statuses <list>',
    'only what is "in use", expired, frozen or closed (default: as the account says)',
  ],
] as const;

/** The field of the event that an option with a list fills. */
const LISTS: Readonly<Record<string, string>> = {
  ids: 'ids',
  names: 'names',
  regions: 'regions',
  services: 'serviceTypes',
  projects: 'enterpriseProjects',
  statuses: 'statuses',
};

/** What the options ask for, still to be judged; a sentence where they contradict each other. */
export function exportFields(
  options: Readonly<Record<string, string | boolean | undefined>>,
): Record<string, unknown> | string {
  if (options['urgent'] === true && options['due'] !== undefined) {
    return 'Say either --due or --urgent.';
  }
  const fields: Record<string, unknown> = {};
  for (const name of ['due', 'term', 'order']) {
    if (options[name] !== undefined) fields[name] = options[name];
  }
  if (options['urgent'] === true) fields['due'] = 'urgent';
  for (const [option, field] of Object.entries(LISTS)) {
    const value = options[option];
    if (typeof value === 'string') fields[field] = listOf(value);
  }
  return fields;
}

/** The option that fills a field of the event, for telling what is wrong with it. */
export function exportOption(field: string): string {
  return Object.keys(LISTS).find((option) => LISTS[option] === field) ?? field;
}

/** By commas alone: names may have blanks in them. */
function listOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
