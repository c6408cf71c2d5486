import type { Call } from '../frame/calls/call.ts';
import type { CallMoment } from '../frame/calls/call-hook.ts';
import type { Sandbox } from '../frame/sandbox.ts';
import type { HuaweiActs } from './acts/acts.ts';
import type { ApiName } from './api.ts';
import type { HuaweiFacts } from './views.ts';

/** A running sandbox of Huawei's billing API. */
export type HuaweiSandbox = Sandbox<ApiName, HuaweiActs, HuaweiFacts>;

/** One call of Huawei's billing API as the sandbox saw it. */
export type HuaweiCall = Call<ApiName>;

/** The moment just before or just after an operation. */
export type HuaweiCallMoment = CallMoment<ApiName>;
