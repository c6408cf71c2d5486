import type { Attention } from '../../shared/jobs/job-attention.ts';
import { instantText, rowsText } from '../../shared/notices/notice-words.ts';
import { saidText, waitText } from '../../shared/notices/wait-text.ts';

/** Why a person should look at a job, in a few words. */
export function attentionText(attention: Attention): string {
  switch (attention.kind) {
    case 'suspended':
      return 'suspended';
    case 'chunks rest':
      return 'every run at some of its rows fails';
    case 'no progress':
      return `nothing moved since ${instantText(attention.wait.since)}, it waits for ${waitText(attention.wait)}${saidText(attention.wait)}`;
    case 'approval ends':
      return `its approval ends at ${instantText(attention.validUntil)} with ${rowsText(attention.rows)} open`;
    case 'results lack':
      return 'its results could not be written';
    case 'unsettled':
      return attention.rows === 1
        ? '1 row needs review'
        : `${rowsText(attention.rows)} need review`;
  }
}
