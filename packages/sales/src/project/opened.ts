import type { Draft } from 'immer';
import { defined } from '../checks.js';
import type { EventTo } from './events.js';
import type { OpenedProject, Opportunity } from './state.js';

/** A project as it is opened: in its first stage, with its owner alone. */
export const opened = (
  { origin, touched, times }: Draft<Opportunity>,
  { data, effectiveAt: at }: EventTo<'ProjectOpened'>,
): Draft<OpenedProject> => {
  const { playbook, template, process, signedIn, owner, saleType, product, amount, expectedClose, referenceCustomer } =
    data;
  return {
    status: 'opened',
    times: [...times, at],
    origin,
    touched,
    playbook,
    template,
    process: process as Draft<typeof process>,
    signedIn,
    openedAt: at,
    team: { owner, since: at, members: [owner], ever: [owner], left: [], planned: [] },
    stage: 0,
    entered: (process.stages[0]?.phases ?? []).map((phase) => ({ phase, at })),
    movedAt: at,
    reviews: [],
    passed: [],
    ...defined({ saleType, product, amount, expectedClose, referenceCustomer }),
    ...(amount === undefined ? {} : { amountAt: at }),
    extensions: [],
    activities: {},
    confirmed: [],
    documents: {},
    documentedAt: {},
    needs: [],
    stakeholders: [],
    observed: {},
    established: false,
    money: [],
    said: {},
  };
};
