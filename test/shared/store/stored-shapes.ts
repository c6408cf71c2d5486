/**
 * Every stored shape as it was last released, one line for each field. Items of these shapes lie in
 * tables and buckets, and messages of them are under way, while the next release starts to read.
 */
export const STORED_SHAPES = {
  money: String.raw`
    amount: string /^-?\d+(?:\.\d+)?$/
    currency: string
  `,
  term: String.raw`
    unit: "month" | "year"
    count: integer
  `,
  'wall time': String.raw`
    day: string /^\d{4}-\d{2}-\d{2}$/
    time: string /^\d{2}:\d{2}:\d{2}$/ | null
  `,
  reason: String.raw`
    id: reason id
    values{string}: string
    parts[].id: reason id
    parts[].values{string}: string
    parts[].parts?[].id: reason id
    parts[].parts?[].values{string}: string
  `,
  'row outcome': String.raw`
    outcome: "renewed" | "already renewed" | "held: price changed" | "not renewable" | "invalid" | "not approved" | "not attempted" | "needs review"
    reason(or string): reason
    advice: string
    code: string | null
    order: string | null
    paid(or null): money
    newExpiry: number | null
  `,
  job: String.raw`
    id: string
    status: "planning" | "waiting" | "running" | "suspended" | "finishing" | "done" | "rejected" | "cancelled" | "expired"
    epoch: integer
    account: string
    source.bucket: string
    source.key: string
    source.versionId: string | null
    source.eTag: string
    source.sequencer: string
    name: string
    droppedBy: string | null
    droppedAt: number
    createdAt: number
    planKey: string | null
    rows: integer
    chunkCount: integer
    finishedChunks[]: integer
    activeAt: number | null
    validUntil: number | null
    reason(or null)(or string): reason
    ending: "done" | "rejected" | "cancelled" | "expired" | null
    totals(or null).rows: integer
    totals(or null).outcomes{"renewed" | "already renewed" | "held: price changed" | "not renewable" | "invalid" | "not approved" | "not attempted" | "needs review"}: integer
    totals(or null).approved[]: money
    totals(or null).approvedInIt?[]: money
    totals(or null).paid[]: money
    resultsKey: string | null
    endedAt: number | null
    history[].at: number
    history[].event: "planning" | "waiting" | "running" | "suspended" | "finishing" | "done" | "rejected" | "cancelled" | "expired" | "redrive" | "settle"
    history[].by: string
    history[].note(or null)(or string): reason
    sheet: "owed" | "workbook" | "rows only" | "none" | "not begun"
    language: "en" | "zh"
    interim: integer
    again.retry: integer
    again.review: integer
    chargesRead[]: string
    noticed: string
    decidedByFile{"renewed" | "already renewed" | "held: price changed" | "not renewable" | "invalid" | "not approved" | "not attempted" | "needs review"}: integer
    reminded: string
  `,
  journal: String.raw`
    job: string
    chunk: integer
    account: string
    term: term
    state: "open" | "sealed" | "finished"
    work<"idle">.kind: "idle"
    work<"leased">.kind: "leased"
    work<"leased">.owner: string
    work<"leased">.until: number
    work<"backing off" | "resting">.kind: "backing off" | "resting"
    work<"backing off" | "resting">.until: number
    version: integer
    nonce: string
    claims: integer
    rests: integer
    savedAt: number
    waits: integer
    continuations: integer
    idle: integer
    balance(or null): money
    left(or null).epoch: integer
    left(or null).amount: money
    rows[].position: integer
    rows[].resourceId: string
    rows[].approved: money
    rows[].expiry: wall time
    rows[].product?: string
    rows[].rung: integer
    rows[].pricing<"together" | "alone">.kind: "together" | "alone"
    rows[].pricing<"busy">.kind: "busy"
    rows[].pricing<"busy">.since: number
    rows[].pricing<"busy">.alone: boolean
    rows[].pricing<"watched">.kind: "watched"
    rows[].pricing<"watched">.since: number
    rows[].pricing<"watched">.order: string
    rows[].pricing<"watched">.why: "cancelled by somebody" | "begins late" | "held elsewhere" | "bought elsewhere" | "seen renewed"
    rows[].price(or null): money
    rows[].list(or null): money
    rows[].outcome(or null): row outcome
    parts[].number: integer
    parts[].kind: "reserve" | "purchase" | "task"
    parts[].rows[]: integer
    parts[].expected.list(or null): money
    parts[].expected.price: money
    parts[].attempt<"intended">.kind: "intended"
    parts[].attempt<"intended">.at: number
    parts[].attempt<"intended">.by: string
    parts[].attempt<"unclear">.kind: "unclear"
    parts[].attempt<"unclear">.at: number
    parts[].attempt<"unclear">.why: string
    parts[].attempt<"unclear">.refusal?.code: string
    parts[].attempt<"unclear">.refusal?.reason(or string): reason
    parts[].attempt<"unclear">.refusal?.advice?: string
    parts[].attempt<"seeking" | "naming">.kind: "seeking" | "naming"
    parts[].attempt<"seeking" | "naming">.at: number
    parts[].attempt<"seeking" | "naming">.why: string
    parts[].attempt<"refused" | "busy" | "refused alone">.kind: "refused" | "busy" | "refused alone"
    parts[].attempt<"refused" | "busy" | "refused alone">.at: number
    parts[].attempt<"refused" | "busy" | "refused alone">.refusal.code: string
    parts[].attempt<"refused" | "busy" | "refused alone">.refusal.reason(or string): reason
    parts[].attempt<"refused" | "busy" | "refused alone">.refusal.advice?: string
    parts[].attempt<"accepted" | "settled" | "left to a person" | "released">.kind: "accepted" | "settled" | "left to a person" | "released"
    parts[].attempt<"accepted" | "settled" | "left to a person" | "released">.at: number
    parts[].frozen?.kind: "purchase" | "task"
    parts[].frozen?.product: string
    parts[].frozen?.sent: string
    parts[].frozen?.expiries[]: number
    parts[].frozen?.repeat: "same token" | "same call" | "never"
    parts[].frozen?.since: number
    parts[].frozen?.times: integer
    parts[].turnedDown?.held[]: integer
    parts[].turnedDown?.busy[]: integer
    parts[].orders[].id: string
    parts[].orders[].rows(or null)[]: integer
    parts[].orders[].state<"made">.kind: "made"
    parts[].orders[].state<"payable again">.kind: "payable again"
    parts[].orders[].state<"payable again">.refusal.code: string
    parts[].orders[].state<"payable again">.refusal.reason(or string): reason
    parts[].orders[].state<"payable again">.refusal.advice?: string
    parts[].orders[].state<"paying" | "payment unclear">.kind: "paying" | "payment unclear"
    parts[].orders[].state<"paying" | "payment unclear">.compared: money
    parts[].orders[].state<"paying" | "payment unclear">.discount(or null).id: string
    parts[].orders[].state<"paying" | "payment unclear">.discount(or null).type: number
    parts[].orders[].state<"paying" | "payment unclear">.at: number
    parts[].orders[].state<"paid">.kind: "paid"
    parts[].orders[].state<"paid">.compared: money
    parts[].orders[].state<"paid">.discount(or null).id: string
    parts[].orders[].state<"paid">.discount(or null).type: number
    parts[].orders[].state<"paid">.at: number
    parts[].orders[].state<"paid">.by?: "others" | "unknown"
    parts[].orders[].state<"paying again" | "payment refused">.kind: "paying again" | "payment refused"
    parts[].orders[].state<"paying again" | "payment refused">.compared: money
    parts[].orders[].state<"paying again" | "payment refused">.discount(or null).id: string
    parts[].orders[].state<"paying again" | "payment refused">.discount(or null).type: number
    parts[].orders[].state<"paying again" | "payment refused">.at: number
    parts[].orders[].state<"paying again" | "payment refused">.refusal.code: string
    parts[].orders[].state<"paying again" | "payment refused">.refusal.reason(or string): reason
    parts[].orders[].state<"paying again" | "payment refused">.refusal.advice?: string
    parts[].orders[].state<"payment declined">.kind: "payment declined"
    parts[].orders[].state<"payment declined">.compared: money
    parts[].orders[].state<"payment declined">.discount(or null).id: string
    parts[].orders[].state<"payment declined">.discount(or null).type: number
    parts[].orders[].state<"payment declined">.at: number
    parts[].orders[].state<"payment declined">.refusal(or null).code: string
    parts[].orders[].state<"payment declined">.refusal(or null).reason(or string): reason
    parts[].orders[].state<"payment declined">.refusal(or null).advice?: string
    parts[].orders[].state<"overcharged">.kind: "overcharged"
    parts[].orders[].state<"overcharged">.compared: money
    parts[].orders[].state<"overcharged">.discount(or null).id: string
    parts[].orders[].state<"overcharged">.discount(or null).type: number
    parts[].orders[].state<"overcharged">.at: number
    parts[].orders[].state<"overcharged">.charged: money
    parts[].orders[].state<"completed">.kind: "completed"
    parts[].orders[].state<"completed">.compared(or null): money
    parts[].orders[].state<"completed">.discount?(or null).id: string
    parts[].orders[].state<"completed">.discount?(or null).type: number
    parts[].orders[].state<"completed">.charged(or null): money
    parts[].orders[].state<"completed">.tax?: money
    parts[].orders[].state<"cancelling">.kind: "cancelling"
    parts[].orders[].state<"cancelling">.because: "dearer than approved" | "expiry moved" | "expiry not shown" | "renewed elsewhere" | "held elsewhere" | "cancelled by somebody" | "coverage not proven" | "discount refused" | "terms changed" | "payment refused" | "deadline passed" | "budget used up" | "not asked for" | "job ended" | "left unpaid" | "not carried out"
    parts[].orders[].state<"cancelling">.refusal(or null).code: string
    parts[].orders[].state<"cancelling">.refusal(or null).reason(or string): reason
    parts[].orders[].state<"cancelling">.refusal(or null).advice?: string
    parts[].orders[].state<"cancelled">.kind: "cancelled"
    parts[].orders[].state<"cancelled">.because: "dearer than approved" | "expiry moved" | "expiry not shown" | "renewed elsewhere" | "held elsewhere" | "cancelled by somebody" | "coverage not proven" | "discount refused" | "terms changed" | "payment refused" | "deadline passed" | "budget used up" | "not asked for" | "job ended" | "left unpaid" | "not carried out"
    parts[].orders[].state<"cancelled">.at?: number
    parts[].orders[].state<"for review">.kind: "for review"
    parts[].orders[].state<"for review">.why(or string): reason
    parts[].orders[].state<"for review">.charged(or null): money
    parts[].orders[].tried?.compared: money
    parts[].orders[].tried?.discount(or null).id: string
    parts[].orders[].tried?.discount(or null).type: number
    parts[].orders[].tried?.at: number
    refused.epoch: integer
    refused.reason(or string): reason
    movedAt: number
    silences[].question: string
    silences[].rows[]: integer
    silences[].since: number
    silences[].tries: integer
    silences[].heard: number | null
    silences[].said: string
  `,
  "account's line": String.raw`
    account: string
    active: string | null
    waiting[]: string
    rung: integer
    held(or string): reason
    version: integer
  `,
  'unproved row': String.raw`
    resourceId: string
    expiryDay: string
    job: string
    at: number
  `,
  'turns of a month': String.raw`
    turns[]: string
  `,
  'rows in the memory of orders': String.raw`
    job: string
    chunk: integer
    rows: string
    at: number
  `,
  plan: String.raw`
    version: 1
    job: string
    quote.columns[]: string
    quote.rows[].position: integer
    quote.rows[].sheet: string
    quote.rows[].line: integer
    quote.rows[].cells[]<"empty">.kind: "empty"
    quote.rows[].cells[]<"text">.kind: "text"
    quote.rows[].cells[]<"text">.text: string
    quote.rows[].cells[]<"number">.kind: "number"
    quote.rows[].cells[]<"number">.number: number
    quote.rows[].cells[]<"number">.format: string | null
    quote.rows[].cells[]<"boolean">.kind: "boolean"
    quote.rows[].cells[]<"boolean">.boolean: boolean
    quote.rows[].cells[]<"date">.kind: "date"
    quote.rows[].cells[]<"date">.wall: string
    quote.rows[].cells[]<"date">.format: string | null
    quote.rows[].resourceId: string | null
    quote.rows[].name: string | null
    quote.rows[].term(or null): term
    quote.rows[].approved(or null): money
    quote.rows[].expiry(or null): wall time
    quote.rows[].product?: string
    quote.rows[].verdict(or null): row outcome
    quote.loose[].sheet: string
    quote.loose[].line: integer
    quote.loose[].text: string
    quote.unread?[].sheet: string
    quote.unread?[].reason: reason
    quote.approvedBy: string | null
    quote.reference: string | null
    quote.remarks?[]: reason
    chunks[].term: term
    chunks[].rows[].position: integer
    chunks[].rows[].resourceId: string
    chunks[].rows[].approved: money
    chunks[].rows[].expiry: wall time
    chunks[].rows[].product?: string
  `,
  'chunk message': String.raw`
    job: string
    account: string
    chunk: integer
    epoch: integer
    turn: integer
  `,
  'finish message': String.raw`
    <"finish" | "interim">.job: string
    <"finish" | "interim">.kind: "finish" | "interim"
    <"finish" | "interim">.attempt: integer
    <"aside">.job: string
    <"aside">.kind: "aside"
    <"aside">.chunk: integer
    <"report">.job: string
    <"report">.kind: "report"
  `,
} as const;
