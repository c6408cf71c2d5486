import { parentPort, workerData } from 'node:worker_threads';
import { answerEvent, type EventRequest, type InstanceData, loadHandler } from './answer-event.ts';

const data = workerData as InstanceData;
// Begun before the first event, as on Lambda; what it throws is the answer to that event.
const handler = loadHandler(data);
handler.catch(() => undefined);

parentPort?.on('message', (request: EventRequest) => {
  void answerEvent(data, handler, request).then((answer) => parentPort?.postMessage(answer, []));
});
