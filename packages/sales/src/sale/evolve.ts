import type { BusinessId, Evolve, Instant, Money } from '@millrace/kernel';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import type { PeriodLabel } from '../period/readable.js';
import type { CreditBasis } from '../playbook/readable.js';
import type { SaleEvent, Split } from './events.js';

/** What decisions must know of a sale: its credits, by number. */
export interface Sale {
  readonly credits: ReadonlyArray<Credit>;
}

export interface Credit {
  readonly number: number;
  readonly basis: CreditBasis;
  readonly at: Instant;
  readonly amount: Money;
  readonly customer?: BusinessId;
  /** As agreed, where that was another currency. */
  readonly original?: { readonly amount: Money; readonly rate: string; readonly source: string; readonly date: string };
  readonly revenue: ReadonlyArray<Split>;
  readonly overlay: ReadonlyArray<Split>;
  readonly referral: ReadonlyArray<Split>;
  /** Taken back so far, in the currency it was agreed in, and in the reporting currency. */
  readonly refunded: number;
  readonly reversed: number;
  /** Its month and its quarter. */
  readonly periods: ReadonlyArray<PeriodLabel>;
}

export const initial: Sale = { credits: [] };

export const evolve: Evolve<Sale, SaleEvent> = (sale, event) => {
  switch (event.type) {
    case 'SaleCredited': {
      const { credit, basis, amount, customer, original, revenue, overlay, referral, periods } = event.data;
      sale.credits.push({
        number: credit,
        basis,
        at: event.effectiveAt,
        amount,
        revenue,
        overlay,
        referral,
        periods,
        refunded: 0,
        reversed: 0,
        ...(customer === undefined ? {} : { customer }),
        ...(original === undefined ? {} : { original }),
      } as unknown as Draft<Credit>);
      return undefined;
    }
    case 'SaleCreditReversed': {
      const { credit, amount, original } = event.data;
      const reversed = sale.credits.find(({ number }) => number === credit);
      if (reversed === undefined) return undefined;
      reversed.refunded += (original ?? amount).minor;
      reversed.reversed += amount.minor;
      return undefined;
    }
    default:
      return absurd(event);
  }
};
