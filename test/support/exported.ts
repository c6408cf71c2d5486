import { expect } from 'vitest';
import { defaultExport, type ExportSettings } from '../../shared/settings/export-settings.ts';
import type { Survey } from '../../shared/survey/survey.ts';
import { atSandbox, type SurveyAtSandbox } from './survey-sandbox.ts';

/** The default settings with changes, in UTC+8. */
export function exportSettings(more: Partial<ExportSettings> = {}): { export: ExportSettings } {
  return { export: { ...defaultExport('Asia/Shanghai', null), ...more } };
}

/** The rows of a survey by their ids, in order. */
export function idsOf({ rows }: Survey): string[] {
  return rows.map(({ resourceId }) => resourceId);
}

/** Why each resource was left out. */
export function leftOutOf({ leftOut }: Survey): Record<string, string> {
  return Object.fromEntries(leftOut.map(({ resourceId, because }) => [resourceId, because]));
}

/** The only survey that such a world comes to. The clock stands at 2026-12-01, 10:00 in Shanghai. */
export async function exported(
  resources: readonly unknown[],
  more: Partial<ExportSettings> = {},
  act: (given: SurveyAtSandbox) => Promise<void> = async ({ run }) => await run.ask('main'),
  world: Readonly<Record<string, unknown>> = {},
): Promise<Survey> {
  return await atSandbox({ resources, ...world }, exportSettings(more), async (given) => {
    await act(given);
    await given.run.settle();
    expect(given.run.faults).toEqual([]);
    return given.run.file.survey;
  });
}
