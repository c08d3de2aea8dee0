export type { SaleCommand } from './commands.js';
export { type SaleEvent, type Split, saleEvents } from './events.js';
export { type Credit, initial as initialSale, type Sale } from './evolve.js';
