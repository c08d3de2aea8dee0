import * as E from 'fp-ts/lib/Either.js';
import { MAX_EVENT_BYTES } from './encode.js';
import type { Append, AppendRefused, Capabilities, Unsupported } from './store.js';

/** Most events in one append. @source trust.md REL-8 */
export const MAX_EVENTS = 1_000;

/** What every store asks of an append before it does any input or output. */
export const checkAppend = (
  request: Append,
  capabilities: Pick<Capabilities, 'multiStream' | 'maxAppendBytes'>,
): E.Either<AppendRefused | Unsupported, Append> => {
  const { writes } = request;
  if (writes.length > 1 && !capabilities.multiStream) return E.left({ type: 'Unsupported', capability: 'multiStream' });

  let events = 0;
  let bytes = 0;
  for (const write of writes) {
    if (write.events.length === 0) return E.left(refused('noEvents', 1, 0));
    events += write.events.length;
    for (const event of write.events) {
      if (event.bytes > MAX_EVENT_BYTES) return E.left(refused('tooManyBytes', MAX_EVENT_BYTES, event.bytes));
      bytes += event.bytes;
    }
  }
  if (events === 0) return E.left(refused('noEvents', 1, 0));
  if (events > MAX_EVENTS) return E.left(refused('tooManyEvents', MAX_EVENTS, events));
  if (bytes > capabilities.maxAppendBytes) return E.left(refused('tooManyBytes', capabilities.maxAppendBytes, bytes));
  if (writes.length > 1 && new Set(writes.map(({ stream }) => stream)).size < writes.length) {
    return E.left(refused('doubledStream', 1, 2));
  }
  return events > 1 && hasDoubledId(request, events) ? E.left(refused('doubledId', 1, 2)) : E.right(request);
};

const hasDoubledId = ({ writes }: Append, events: number): boolean => {
  const ids = new Set<string>();
  for (const write of writes) for (const event of write.events) ids.add(event.id);
  return ids.size < events;
};

const refused = (reason: AppendRefused['reason'], limit: number, actual: number): AppendRefused => ({
  type: 'AppendRefused',
  reason,
  limit,
  actual,
});
