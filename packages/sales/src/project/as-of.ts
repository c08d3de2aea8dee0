import type { Instant } from '@millrace/kernel';
import { defined } from '../checks.js';
import type { OpenedProject } from './state.js';
import type { OnRecord } from './verdict.js';

type Dating = Pick<OpenedProject, 'needs' | 'documentedAt'>;

/** What a project had on record at an instant: a decision that is dated back rests on nothing later. @source GAT-8 */
export const recordAsOf = (project: OnRecord & Dating, at: Instant): OnRecord => {
  const { activities, stakeholders, needs, documents, documentedAt } = project;
  const need = needs.findLast((said) => said.at <= at)?.need;
  const kept = <A>(all: Readonly<Record<string, A>>, when: (id: string, one: A) => Instant | undefined) =>
    Object.fromEntries(Object.entries(all).filter(([id, one]) => (when(id, one) ?? at) <= at));
  return {
    activities: kept(activities, (_, { settledAt }) => settledAt),
    stakeholders: stakeholders.filter(({ since }) => since <= at),
    documents: kept(documents, (id) => documentedAt[id]),
    ...defined({ need }),
  };
};
