import type { Call } from '../frame/calls/call.ts';
import type { CallMoment } from '../frame/calls/call-hook.ts';
import type { Sandbox } from '../frame/sandbox.ts';
import type { AlibabaActs } from './acts/acts.ts';
import type { ApiName } from './api.ts';
import type { AlibabaFacts } from './views.ts';

/** A running sandbox of Alibaba Cloud: all products' APIs behind one address. */
export type AlibabaSandbox = Sandbox<ApiName, AlibabaActs, AlibabaFacts>;

/** One call as the sandbox saw it. */
export type AlibabaCall = Call<ApiName>;

/** The moment just before or just after an operation. */
export type AlibabaCallMoment = CallMoment<ApiName>;
