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
    totals(or null).paid[]: money
    resultsKey: string | null
    endedAt: number | null
    history[].at: number
    history[].event: "planning" | "waiting" | "running" | "suspended" | "finishing" | "done" | "rejected" | "cancelled" | "expired" | "redrive" | "settle"
    history[].by: string
    history[].note: string | null
    interim: integer
    noticed: string
  `,
  journal: String.raw`
    job: string
    chunk: integer
    account: string
    term: term
    state: "open" | "sealed" | "finished"
    lease(or null).owner: string
    lease(or null).until: number
    version: integer
    nonce: string
    claims: integer
    rests: integer
    savedAt: number
    again: number | null
    waits: integer
    continuations: integer
    balance(or null): money
    left.epoch: integer
    left.amount: money
    rows[].position: integer
    rows[].resourceId: string
    rows[].approved: money
    rows[].expiry: wall time
    rows[].rung: 100 | 10 | 1
    rows[].priceAlone: boolean
    rows[].price(or null): money
    rows[].list(or null): money
    rows[].busySince?: number
    rows[].outcome(or null): row outcome
    parts[].number: integer
    parts[].rows[]: integer
    parts[].expected.list(or null): money
    parts[].expected.price: money
    parts[].renew<"intended">.kind: "intended"
    parts[].renew<"intended">.at: number
    parts[].renew<"intended">.attempt: string
    parts[].renew<"parked">.kind: "parked"
    parts[].renew<"parked">.at: number
    parts[].renew<"parked">.why: string
    parts[].renew<"parked">.nameOnly?: true
    parts[].renew<"answered">.kind: "answered"
    parts[].renew<"answered">.at: number
    parts[].renew<"answered">.refusal(or null).code: string
    parts[].renew<"answered">.refusal(or null).reason(or string): reason
    parts[].renew<"answered">.refusal(or null).advice?: string
    parts[].renew<"answered">.refusal(or null).next?: "give up" | "later"
    parts[].orders[].id: string
    parts[].orders[].rows(or null)[]: integer
    parts[].orders[].state<"made">.kind: "made"
    parts[].orders[].state<"made">.refusal?.code: string
    parts[].orders[].state<"made">.refusal?.reason(or string): reason
    parts[].orders[].state<"made">.refusal?.advice?: string
    parts[].orders[].state<"made">.refusal?.next?: "give up" | "later"
    parts[].orders[].state<"paying" | "paid">.kind: "paying" | "paid"
    parts[].orders[].state<"paying" | "paid">.compared: money
    parts[].orders[].state<"paying" | "paid">.discount(or null).id: string
    parts[].orders[].state<"paying" | "paid">.discount(or null).type: number
    parts[].orders[].state<"paying" | "paid">.at: number
    parts[].orders[].state<"paying" | "paid">.charged?: money
    parts[].orders[].state<"paying" | "paid">.refusal?.code: string
    parts[].orders[].state<"paying" | "paid">.refusal?.reason(or string): reason
    parts[].orders[].state<"paying" | "paid">.refusal?.advice?: string
    parts[].orders[].state<"paying" | "paid">.refusal?.next?: "give up" | "later"
    parts[].orders[].state<"completed">.kind: "completed"
    parts[].orders[].state<"completed">.compared(or null): money
    parts[].orders[].state<"completed">.charged: money
    parts[].orders[].state<"cancelling" | "cancelled">.kind: "cancelling" | "cancelled"
    parts[].orders[].state<"cancelling" | "cancelled">.because: "dearer than approved" | "expiry moved" | "renewed elsewhere" | "coverage not proven" | "discount refused" | "terms changed" | "payment refused" | "deadline passed" | "budget used up" | "not asked for" | "job ended"
    parts[].orders[].state<"cancelling" | "cancelled">.refusal?.code: string
    parts[].orders[].state<"cancelling" | "cancelled">.refusal?.reason(or string): reason
    parts[].orders[].state<"cancelling" | "cancelled">.refusal?.advice?: string
    parts[].orders[].state<"cancelling" | "cancelled">.refusal?.next?: "give up" | "later"
    parts[].orders[].state<"unclear">.kind: "unclear"
    parts[].orders[].state<"unclear">.why(or string): reason
    parts[].orders[].state<"unclear">.charged?: money
  `,
  "account's line": String.raw`
    account: string
    active: string | null
    waiting[]: string
    rung: 100 | 10 | 1
    held(or string): reason
    version: integer
  `,
  'unproved row': String.raw`
    resourceId: string
    expiryDay: string
    job: string
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
    quote.rows[].verdict(or null): row outcome
    quote.loose[].sheet: string
    quote.loose[].line: integer
    quote.loose[].text: string
    quote.approvedBy: string | null
    quote.reference: string | null
    chunks[].term: term
    chunks[].rows[].position: integer
    chunks[].rows[].resourceId: string
    chunks[].rows[].approved: money
    chunks[].rows[].expiry: wall time
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
