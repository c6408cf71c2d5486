import { DateTime } from 'luxon';

import { utcText } from '../../frame/world/utc-text.ts';
import { BILLING_ZONE } from '../billing-time.ts';
import type { SandboxState } from '../state.ts';

/** An instant as this world writes times: as section 0 of the Huawei contract, or spelled otherwise. */
export function spelledTime(
  { behaviour }: Pick<SandboxState, 'behaviour'>,
  instant: number,
): string {
  const text = utcText(instant);
  const local = DateTime.fromMillis(instant, { zone: BILLING_ZONE });
  switch (behaviour.dateSpelling) {
    case 'Z':
      return text;
    case 'milliseconds':
      return text.replace('Z', '.000Z');
    case 'no seconds':
      return text.replace(/:\d\dZ$/u, 'Z');
    case '+08:00':
      return local.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
    case '+0800':
      return local.toFormat("yyyy-MM-dd'T'HH:mm:ssZZZ");
    case 'blank':
      return text.replace('T', ' ');
  }
}
