import type { Clock, Engine } from '@millrace/engine';
import { type OverdueSettlement, overdueSettlements, periodsView } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Asking, documentsOf, type LogError } from './asking.js';
import type { NoPlaybookPublished } from './defined.js';
import { type RuledAnswer, rulesAt } from './ruled.js';

export interface OverdueAnswer extends RuledAnswer {
  readonly overdue: ReadonlyArray<OverdueSettlement>;
}

/** Periods whose settlement meeting is overdue by the playbook; a report, nothing is barred by it. @source ORG-48, Q21 */
export const askOverdue =
  (engine: Engine, asking: Asking, clock: Clock): TaskEither<LogError | NoPlaybookPublished, OverdueAnswer> =>
  async () => {
    const shown = await documentsOf(engine, periodsView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, asOf, knownAt } = shown.right;
    const rules = await rulesAt(engine, knownAt)();
    if (E.isLeft(rules)) return rules;
    const { playbook, version } = rules.right;
    const dueDays = playbook.performance.settlementDueDays;
    const overdue = overdueSettlements(documents, { asOf, dueDays, zone: playbook.zone });
    return E.right({ asOf, knownAt, playbook: version, overdue });
  };
