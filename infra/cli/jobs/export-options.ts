/** The options of `export`, as `parseArgs` takes them. */
export const EXPORT_OPTIONS = {
  due: { type: 'string' },
  urgent: { type: 'boolean' },
  ids: { type: 'string' },
  term: { type: 'string' },
  order: { type: 'string' },
  names: { type: 'string' },
  regions: { type: 'string' },
  services: { type: 'string' },
  projects: { type: 'string' },
  statuses: { type: 'string' },
} as const;

/** The field of the event that an option with a list fills. */
const LISTS: Readonly<Record<string, string>> = {
  ids: 'ids',
  names: 'names',
  regions: 'regions',
  services: 'serviceTypes',
  projects: 'enterpriseProjects',
  statuses: 'statuses',
};

/** How the options of `export` are used. */
export const EXPORT_USAGE = `Of export; what is left out is as the account's settings have it:

  --due 30d | --urgent          what expires within so many days; or has expired or does within 15
  --ids a,b --order NUMBER      exactly these resources, or those of an order
  --term 1y                     for how long they are priced, such as 1m, "6 months", 2y
  --names x,y --regions x,y --services x,y --projects x,y --statuses x,y
                                only what has one of these: part of a name, region, service type,
                                enterprise project, "in use", expired, frozen, closed
`;

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
