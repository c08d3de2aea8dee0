/** The funnel's documents as a hand would fold them for speed: parsed texts in, nothing checked. */
import type { Envelope } from '@millrace/kernel';
import type { FunnelDocument } from '@millrace/projections';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import type { BenchEvent } from '../data/history.js';

type Doc = Draft<FunnelDocument>;
type Moves = Doc['journeys'][number]['moves'];

/** Shows one event to the documents. */
export const showFunnel = (
  docs: Map<string, Doc>,
  { stream, type, data, meta }: Envelope<BenchEvent>,
  by: number,
): void => {
  const key = stream.slice('customer-'.length);
  const event = { type, data } as BenchEvent;
  const at = meta.effectiveAt;
  switch (event.type) {
    case 'ProspectCollected': {
      const doc = docOf(docs, key);
      doc.record.push({ at, state: 'pending', by });
      doc.source.push({ at, state: event.data.sheet.source, by });
      return;
    }
    case 'ProspectAccepted':
      docOf(docs, key).record.push({ at, state: 'accepted', by });
      return;
    case 'CustomerEntered': {
      const doc = docOf(docs, key);
      doc.record.push({ at, state: 'entered', by });
      doc.custody.push({ at, state: event.data.custodian ?? null, by });
      return;
    }
    case 'JourneyOpened':
      docOf(docs, key).journeys.push({
        number: event.data.journey,
        openedAt: at,
        start: event.data.stage,
        by,
        moves: [],
      });
      return;
    case 'CustodyTransferred':
      docOf(docs, key).custody.push({ at, state: event.data.to, by });
      return;
    case 'DataSheetUpdated':
      if (event.data.changes.source === undefined) return;
      docOf(docs, key).source.push({ at, state: event.data.changes.source, by });
      return;
    case 'StageAdvanced':
    case 'PurchaseDecided':
      move(docOf(docs, key), event.data.journey, {
        revision: by,
        by,
        at,
        step: { kind: 'stage', to: event.data.to },
      });
      return;
    case 'PurchaseCompleted':
      move(docOf(docs, key), event.data.journey, { revision: by, by, at, step: { kind: 'completed' } });
      return;
    case 'ContactLogged':
    case 'BuyerStepObserved':
      return;
    default:
      return absurd(event);
  }
};

const docOf = (docs: Map<string, Doc>, key: string): Doc => {
  const known = docs.get(key);
  if (known !== undefined) return known;
  const doc: Doc = { record: [], journeys: [], source: [], custody: [], duplicateOf: [] };
  docs.set(key, doc);
  return doc;
};

const move = (doc: Doc, number: number, step: Moves[number]): void => {
  for (const journey of doc.journeys) if (journey.number === number) journey.moves.push(step);
};
