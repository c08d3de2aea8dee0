/** A made-up organisation's sales projects: about twenty events each, from discovery to delivery, with two gates. */
import { join } from 'node:path';
import { streamId } from '@millrace/kernel';
import { type ProcessTemplate, plainProcess, projectEvents, type Term } from '@millrace/sales';
import { type Random, randomOf } from './random.js';
import { type EventsOf, type Written, writeLog } from './written-log.js';

/** The kinds of streams in it. */
export const projectLogEvents = new Map<string, unknown>([['project', projectEvents]]) as EventsOf;

/** How long a phase may take. */
export const ROTTING_DAYS = 60;

const named = (id: string) => ({ id: id as Term, name: { en: id, zh: id } });
const activity = (id: string) => ({ ...named(id), steps: [named(`${id}Begun`), named(`${id}Ended`)] });
const phase = (id: string) => ({
  ...named(id),
  activities: [activity(`${id}Work`)],
  checklist: [],
  rottingDays: ROTTING_DAYS,
});
const gate = (id: string, guards: ProcessTemplate['gates'][number]['guards']) => ({
  ...named(id),
  guards,
  criteria: [{ ...named(`${id}Judged`), must: true, test: { by: 'reviewers' as const } }],
  reviewerRoles: ['manager' as Term],
  form: 'meeting' as const,
  reviewers: 1,
  simplifications: [],
});

/** What all of them run. */
export const template: ProcessTemplate = {
  ...named('deal'),
  phases: [phase('lead'), phase('offer'), phase('negotiation'), phase('delivery')],
  gates: [gate('screen', { at: 'exit', phase: 'lead' as Term }), gate('terms', { at: 'signing' })],
  signedIn: 'negotiation' as Term,
  flows: [],
  layers: [],
  sizes: [],
};

const process = plainProcess(template);

const HOUR = 3_600_000;
const START = Date.UTC(2023, 0, 1);
/** New projects come in over three years, and something happens to one about every week. */
const YEARS = 3 * 365 * 24 * HOUR;
const STEP = 7 * 24 * HOUR;
const CHANNELS = ['bidding', 'customerExchange', 'mediaInformation', 'exhibitionVisit'];

type Told = readonly [type: string, data: object];

const money = (minor: number) => ({ minor, currency: 'CNY' });

/** What happens to a project, one after the other. */
const storyOf = (project: string, { below, pick }: Random): ReadonlyArray<Told> => {
  const seller = () => `s${below(40)}`;
  const owner = seller();
  const told: Array<Told> = [];
  const tell = (type: string, data: object): void => {
    told.push([type, data]);
  };
  const work = (phase: string): void => {
    tell('ActivityDone', { activity: `${phase}Work`, by: owner, evidence: [] });
    tell('CostIncurred', { phase, amount: money(1_000 + below(90_000)), late: false, overBudget: false, by: owner });
  };
  const asked = (review: string, gates: ReadonlyArray<string>): void =>
    tell('GateReviewRequested', { review, gates, requestedBy: owner, plannedTeam: [] });
  const decided = (review: string, gates: ReadonlyArray<string>, decision: string, more: object = {}): void =>
    tell('GateDecided', {
      review,
      gates,
      decision,
      chair: 'm1',
      reviewers: [{ person: 'm1', role: 'manager' }],
      independence: 'independent',
      form: 'meeting',
      criteria: gates.map((id) => ({
        criterion: `${id}Judged`,
        must: true,
        met: true,
        by: 'reviewers',
        score: 1 + below(10),
      })),
      evidence: [{ revision: 3 }],
      ...more,
    });
  const entered = (phase: string, cause: string, more: object = {}): void =>
    tell('PhaseEntered', { phases: [phase], cause, ...more });

  tell('OpportunityDiscovered', { project, channel: pick(CHANNELS), discoveredBy: owner });
  const opening = { template: template.id, playbook: 'bench@1', process, signedIn: template.signedIn, owner };
  tell('ProjectOpened', below(3) === 0 ? opening : { ...opening, amount: money(below(90_000_000)) });
  tell('TeamMemberJoined', { person: seller() });
  work('lead');
  tell('ProbabilityAssessed', { phase: 'lead', bp: below(10_001), by: owner });
  if (below(6) === 0) {
    asked('r0', ['screen']);
    decided('r0', ['screen'], 'hold', { comment: 'not before the budget is out' });
  }
  asked('r1', ['screen']);
  if (below(8) === 0) {
    decided('r1', ['screen'], 'kill');
    tell('ProjectClosed', { outcome: 'disqualified', gate: 'screen', review: 'r1' });
    return told;
  }
  decided('r1', ['screen'], 'go');
  entered('offer', 'go', { review: 'r1' });
  work('offer');
  tell('AmountEstimated', { amount: money(below(90_000_000)) });
  tell('ExpectedCloseSet', { on: `2026-0${1 + below(9)}-15` });
  entered('negotiation', 'advance');
  tell('ProbabilityAssessed', { phase: 'negotiation', bp: below(10_001), by: owner });
  if (below(3) === 0) {
    tell('ProjectClosed', { outcome: 'lost', reason: pick(['price', 'rival']) });
    return told;
  }
  asked('r2', ['terms']);
  if (below(5) === 0) {
    const conditions = [{ id: 'bond', text: 'the bond is there', due: new Date(START + 2 * YEARS).toISOString() }];
    decided('r2', ['terms'], 'conditionalGo', { conditions });
    tell('ConditionFulfilled', { review: 'r2', condition: 'bond', confirmedBy: 'm1', late: false });
  } else decided('r2', ['terms'], 'go');
  tell('ContractSigned', { amount: money(below(90_000_000)) });
  entered('delivery', 'signing');
  work('delivery');
  if (below(2) === 0) tell('ProjectClosed', { outcome: 'won' });
  return told;
};

/** `count` events, in order of time; every third project is not as far as it will come. */
const written = (count: number): ReadonlyArray<Written> => {
  const random = randomOf(20_260_103);
  const all: Array<Written & { readonly effectiveAt: string }> = [];
  for (let i = 0; all.length < count; i++) {
    const project = `p${String(i).padStart(6, '0')}`;
    const start = START + Math.floor((all.length / count) * YEARS);
    const story = storyOf(project, random);
    const length = Math.min(random.below(3) === 0 ? 2 + random.below(12) : story.length, count - all.length);
    for (const [revision, [type, data]] of story.slice(0, length).entries()) {
      const effectiveAt = new Date(start + revision * STEP + random.below(STEP - HOUR)).toISOString();
      all.push({ stream: streamId('project', project), revision, event: { type, data, effectiveAt }, effectiveAt });
    }
  }
  return all.sort((a, b) => (a.effectiveAt < b.effectiveAt ? -1 : 1));
};

/** A database of so many events of projects, in a folder that a run's rows share. */
export const projectLogOf = (shared: string, events: number): Promise<string> =>
  writeLog(join(shared, `projects-${events}.db`), projectLogEvents, () => written(events));
