import type { Engine } from '@millrace/engine';
import type { Position } from '@millrace/kernel';
import {
  type PledgeAddendum,
  type SettlementStatement,
  settlementStatement,
  statementAddendum,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Reading } from './asking.js';
import { readPeriod } from './period.js';
import { readPledges } from './pledge-documents.js';
import type { PledgeQuestionError } from './pledges.js';

/** Whose statement of which period. */
export interface StatementAsking extends Reading {
  readonly person: string;
  /** A month or quarter: `2026-11`, `2026-Q4`. */
  readonly period: string;
}

/** A statement, and what was recorded after it. */
export interface StatementAnswer {
  /** As known at the period's closing, once it is closed: from then on it never changes. */
  readonly statement: SettlementStatement;
  /** Position of the last event that the statement knows. */
  readonly statedAt: Position;
  readonly addendum: ReadonlyArray<PledgeAddendum>;
  /** Position of the last event that the addendum knows. */
  readonly knownAt: Position;
}

/** The settlement statement of a person and a period, with receipts. @source ORG-49, PLG-6, PLG-17 */
export const askStatement =
  (engine: Engine, { person, period, ...reading }: StatementAsking): TaskEither<PledgeQuestionError, StatementAnswer> =>
  async () => {
    const known = await readPeriod(engine, period)();
    if (E.isLeft(known)) return known;
    const { cutOff, closed } = known.right;
    const now = await readPledges(engine, reading, cutOff)();
    if (E.isLeft(now)) return now;
    const { documents: later, knownAt } = now.right;
    const isFinal = closed !== undefined && closed < knownAt;
    const then = isFinal ? await readPledges(engine, { knownAt: { position: closed } }, cutOff)() : now;
    if (E.isLeft(then)) return then;
    const statement = settlementStatement(then.right.documents, { person, period });
    if (E.isLeft(statement)) return statement;
    const addendum = isFinal ? statementAddendum(statement.right, later) : [];
    return E.right({ statement: statement.right, statedAt: then.right.knownAt, addendum, knownAt });
  };
