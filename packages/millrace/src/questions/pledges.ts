import type { Clock, Engine } from '@millrace/engine';
import type { MoneyError } from '@millrace/kernel';
import { type CertificateData, certificateOf, type PledgeBoard, pledgeBoard, pledgesView } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Asking, documentsOf, type LogError, type Reading } from './asking.js';
import type { NoPlaybookPublished } from './defined.js';
import { type PeriodNotOpened, readPeriod } from './period.js';
import { readPledges } from './pledge-documents.js';
import { asOfIn, type RuledAnswer, rulesAt } from './ruled.js';

/** Which period's pledges. */
export interface PledgesAsking extends Asking {
  /** A month or quarter: `2026-11`, `2026-Q4`. */
  readonly period: string;
}

export interface PledgesAnswer extends RuledAnswer, PledgeBoard {}

/** Why a question about pledges has no answer. */
export type PledgeQuestionError = LogError | NoPlaybookPublished | PeriodNotOpened | MoneyError;

/** The pledges of a period, how far each has come, and who has not sworn yet. @source ORG-25, ORG-46 */
export const askPledges =
  (engine: Engine, asking: PledgesAsking, clock: Clock): TaskEither<PledgeQuestionError, PledgesAnswer> =>
  async () => {
    const known = await readPeriod(engine, asking.period)();
    if (E.isLeft(known)) return known;
    const read = await readPledges(engine, asking, known.right.cutOff)();
    if (E.isLeft(read)) return read;
    const { documents, knownAt } = read.right;
    const rules = await rulesAt(engine, knownAt)();
    if (E.isLeft(rules)) return rules;
    const { playbook, version } = rules.right;
    const asOf = asOfIn(asking, clock);
    const { currency, zone } = playbook;
    const board = pledgeBoard(documents, { period: asking.period, asOf, currency, zone });
    return E.isLeft(board) ? board : E.right({ knownAt, playbook: version, ...board.right });
  };

/** A pledge that nobody swore. */
export interface PledgeUnknown {
  readonly type: 'PledgeUnknown';
  readonly pledge: string;
}

/** Everything the certificate of a pledge says. The pledge is named `<period>/<person>`, a team's `/<unit>` after it. */
export const askCertificate =
  (
    engine: Engine,
    pledge: string,
    reading: Reading,
    clock: Clock,
  ): TaskEither<LogError | PledgeUnknown, CertificateData> =>
  async () => {
    const shown = await documentsOf(engine, pledgesView, reading, clock)();
    if (E.isLeft(shown)) return shown;
    const document = shown.right.documents.get(pledge);
    const certificate = document === undefined ? undefined : certificateOf(document);
    return certificate === undefined ? E.left({ type: 'PledgeUnknown', pledge }) : E.right(certificate);
  };
