import { funnelView } from './funnel/index.js';
import { ownershipView } from './ownership/index.js';

/** Every view that ships; a new one is one folder and one line here. */
export const views = { funnel: funnelView, ownership: ownershipView } as const;
