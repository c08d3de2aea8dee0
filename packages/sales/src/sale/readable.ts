import { type Fold, type Readable, type StreamId, streamId } from '@millrace/kernel';
import { type SaleEvent, saleEvents } from './events.js';
import { evolve, initial, type Sale } from './evolve.js';

/** The fold of a sale. */
export const saleFold: Fold<Sale, SaleEvent> = { initial, evolve };

/** What others fold of a sale's stream. */
export const readableSale: Readable<Sale, SaleEvent> = { events: saleEvents, fold: saleFold };

/** The stream of a sale. */
export const saleStream = (sale: string): StreamId => streamId('sale', sale);
