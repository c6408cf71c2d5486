import * as z from 'zod/mini';
import { TRACE_HEADER } from '../functions/chain.ts';

/** The system attribute in which SQS hands on the chain that a message is sent in. */
const SYSTEM_ATTRIBUTE = 'AWSTraceHeader';
/** The emulator has no such system attribute, so it is kept among the sender's own under this name. */
const KEPT_AS = 'local.AWSTraceHeader';

const sent = z.looseObject({
  MessageAttributes: z.optional(z.record(z.string(), z.unknown())),
  MessageSystemAttributes: z.optional(
    z.record(z.string(), z.looseObject({ StringValue: z.string() })),
  ),
});
const batch = z.looseObject({ Entries: z.array(sent) });

type Headers = Readonly<Record<string, unknown>>;

function withTrace(message: z.output<typeof sent>, header: unknown): object {
  const given = message.MessageSystemAttributes?.[SYSTEM_ATTRIBUTE]?.StringValue;
  const trace = given ?? header;
  if (typeof trace !== 'string') return message;
  const kept = { [KEPT_AS]: { DataType: 'String', StringValue: trace } };
  return { ...message, MessageAttributes: { ...message.MessageAttributes, ...kept } };
}

/** What an SQS call asks, with the chain of its sender in each message that it sends. */
export function traceMessages(operation: string, input: unknown, headers: Headers): unknown {
  const header = headers[TRACE_HEADER];
  switch (operation) {
    case 'SendMessage': {
      const read = sent.safeParse(input);
      return read.success ? withTrace(read.data, header) : input;
    }
    case 'SendMessageBatch': {
      const read = batch.safeParse(input);
      if (!read.success) return input;
      return { ...read.data, Entries: read.data.Entries.map((one) => withTrace(one, header)) };
    }
    default:
      return input;
  }
}

interface Received {
  readonly Attributes: Readonly<Record<string, string>>;
  readonly MessageAttributes: Readonly<
    Record<string, { readonly StringValue?: string | undefined }>
  >;
}

/** A received message as SQS words it: its chain among the system attributes, not its sender's own. */
export function showTrace<M extends Received>(message: M): M {
  const { [KEPT_AS]: kept, ...MessageAttributes } = message.MessageAttributes;
  if (kept?.StringValue === undefined) return message;
  const Attributes = { ...message.Attributes, [SYSTEM_ATTRIBUTE]: kept.StringValue };
  return { ...message, Attributes, MessageAttributes };
}
