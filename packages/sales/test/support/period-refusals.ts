/** How refusals of commands about a period are told: one case for each type of refusal. */
import {
  type GovernanceRefusal,
  type PeriodCommand,
  type PeriodContext,
  type PeriodEvent,
  type PeriodRefusal,
  periodModule,
} from '@millrace/sales';
import { given } from '@millrace/testing';
import { describe, test } from 'vitest';
import { ada, asks, at } from './performance.js';

type Refusal = PeriodRefusal | GovernanceRefusal;

/** Those of the settlement, its meeting and the closing. */
export type SettlementRefusal =
  | 'PeriodNotCutOff'
  | 'PeriodAlreadyClosed'
  | 'CountsDoNotAddUp'
  | 'SettlementAlreadyCompleted'
  | 'SettlementNotCompleted'
  | 'NobodyNamed'
  | 'AgendaItemMissing'
  | 'AgendaItemDoubled'
  | 'SettlementMeetingAlreadyHeld'
  | 'SettlementMeetingMissing'
  | 'NoFiguresCited';

/** All others. */
export type OpenPeriodRefusal = Exclude<Refusal['type'], SettlementRefusal>;

/** A question that is refused in one way. */
interface Case<R> {
  readonly history?: ReadonlyArray<PeriodEvent>;
  readonly command: PeriodCommand;
  readonly context?: PeriodContext;
  readonly refusal: R;
}

/** One for each: the type says that none is forgotten. */
export type Cases<Types extends Refusal['type']> = {
  readonly [Type in Types]: Case<Extract<Refusal, { readonly type: Type }>>;
};

/** Commands about February 2026. */
export const ask = asks(periodModule.commands, { period: '2026-02' });

/** Two days after its end. */
export const base: PeriodContext = { ...at(62), person: ada };

const after = given(periodModule.decider, base);

/** A test for every case. */
export const refused = (title: string, cases: { readonly [type: string]: Case<Refusal> }): void => {
  describe(title, () => {
    for (const [type, { history = [], command, context, refusal }] of Object.entries(cases)) {
      test(`with the numbers: ${type}`, () =>
        after(...history)
          .when(command, context ?? base)
          .thenRefused(refusal));
    }
  });
};
