import { shownExpiry } from '../../../frame/world/expiry.ts';
import type { Domain } from '../../items/item.ts';
import { namedMonthText, zonedText } from '../../provider-time.ts';
import type { SandboxState } from '../../state.ts';

const DAY = 86_400_000;
/** Days before the expiry from which a domain is one to be renewed: the page names no number. */
const TO_BE_RENEWED = 30;

/** 1 to be renewed, 2 to be redeemed, 3 as it should be (Alibaba contract, section 1.5). */
export function domainStatus({ behaviour }: SandboxState, expiry: number, at: number): 1 | 2 | 3 {
  if (at >= expiry + behaviour.domainGraceDays * DAY) return 2;
  return at >= expiry - TO_BE_RENEWED * DAY ? 1 : 3;
}

/** A domain as of an instant, its dates as text in UTC+8 and in milliseconds. */
export function domainView(
  state: SandboxState,
  domain: Domain,
  at: number,
): Record<string, unknown> {
  const expiry = shownExpiry(domain, at);
  const isIso = state.behaviour.domainDateText === '2019-04-09 17:07:03';
  const text = (instant: number): string => (isIso ? zonedText(instant) : namedMonthText(instant));
  return {
    DomainName: domain.id,
    InstanceId: domain.instanceId,
    ExpirationDate: text(expiry),
    ExpirationDateLong: expiry,
    ExpirationDateStatus: expiry > at ? '1' : '2',
    ExpirationCurrDateDiff: Math.floor((expiry - at) / DAY),
    DomainStatus: String(domainStatus(state, expiry, at)),
    Premium: domain.premium,
    DomainType: 'gTLD',
    RegistrationDate: text(domain.created),
    RegistrationDateLong: domain.created,
    DomainAuditStatus: 'SUCCEED',
    AutoRenewEnabled: domain.autoRenew,
  };
}
