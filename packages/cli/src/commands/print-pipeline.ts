import type { PipelineBy, PipelineGroup } from '@millrace/projections';
import type { PipelineAnswer } from 'millrace';
import type { ProjectNames } from '../project-names.js';
import { areWhole, figureOf } from '../render/money.js';
import { percent } from '../render/ratio.js';
import { type Answer, line, type Session, table } from '../session.js';
import { daysOf } from './days-to-close.js';

/** Prints a board for people. */
export const printPipeline = (session: Session, { found, names }: Answer<PipelineAnswer>, by?: PipelineBy): void => {
  const { asOf, knownAt, playbook, opened, template } = found;
  const called = names.project({ playbook, template });
  line(session, 'boardOfProjects', { opened, time: names.time(asOf), zone: names.zone, knownAt, playbook });
  const figures = figuresOf(found);
  printPhases(session, found, called, figures);
  printOutcomes(session, found, called, figures);
  line(session, 'shares', { ofClosed: percent(found.wonOfClosed), ofAll: percent(found.wonOfAll) });
  if (found.cycle.n > 0) line(session, 'daysToClose', daysOf(found.cycle));
  printRotting(session, found, called);
  printBlockers(session, found, called);
  if (by !== undefined) printGroups(session, { found, called, by, figures });
};

interface Figures {
  readonly shown: (money: PipelineGroup['value']) => string;
  readonly inCurrency: (word: string) => string;
}

/** Cents are left out where no amount has any. */
const figuresOf = ({ currency, phases, delivery, outcomes, groups }: PipelineAnswer): Figures => {
  const worth = [...phases, ...delivery, ...Object.values(outcomes), ...groups].map(({ value }) => value);
  const whole = areWhole([...worth, ...phases.map(({ weighted }) => weighted)]);
  return { shown: (money) => figureOf(money, whole), inCurrency: (word) => `${word} (${currency})` };
};

const printPhases = (
  session: Session,
  { phases, delivery }: PipelineAnswer,
  called: ProjectNames,
  { shown, inCurrency }: Figures,
): void => {
  const { words } = session.texts;
  table(session, {
    head: [words.phase, words.projects, inCurrency(words.value), words.weighted, words.unvalued, words.unassessed],
    rows: phases.map(({ id, count, value, weighted, unvalued, unassessed }) => [
      called.phase(id),
      count,
      shown(value),
      shown(weighted),
      unvalued,
      unassessed,
    ]),
    bars: phases.map(({ count }) => count),
    figures: [2, 3],
  });
  if (delivery.every(({ count }) => count === 0)) return;
  table(session, {
    head: [words.delivery, words.projects, inCurrency(words.value)],
    rows: delivery.map(({ id, count, value }) => [called.phase(id), count, shown(value)]),
    bars: delivery.map(({ count }) => count),
    figures: [2],
  });
};

const printOutcomes = (
  session: Session,
  { outcomes, lostReasons }: PipelineAnswer,
  called: ProjectNames,
  { shown, inCurrency }: Figures,
): void => {
  const { words } = session.texts;
  const rows = (['won', 'lost', 'disqualified', 'dormant', 'duplicate'] as const)
    .map((outcome) => ({ outcome, ...outcomes[outcome] }))
    .filter(({ count }) => count > 0);
  if (rows.length === 0) return;
  table(session, {
    head: [words.outcome, words.projects, inCurrency(words.value)],
    rows: rows.map(({ outcome, count, value }) => [words[outcome], count, shown(value)]),
    bars: rows.map(({ count }) => count),
    figures: [2],
  });
  if (lostReasons.size < 2) return;
  table(session, {
    head: [`${words.lost}: ${words.reason}`, words.projects],
    rows: [...lostReasons].map(([reason, n]) => [called.term('lost', reason), n]),
    bars: [...lostReasons.values()],
  });
};

/** Most lines that are printed for people. */
const MOST = 10;

const printRotting = (session: Session, { ages }: PipelineAnswer, called: ProjectNames): void => {
  const { words } = session.texts;
  const rotting = ages.filter((age) => age.rotting).sort((a, b) => b.latest - b.onHold - (a.latest - a.onHold));
  if (rotting.length === 0) return;
  line(session, 'rotting', { n: rotting.length });
  table(session, {
    head: [words.project, words.phase, words.projectOwner, words.daysIn, words.daysHeld],
    rows: rotting
      .slice(0, MOST)
      .map(({ project, phase, owner, latest, onHold }) => [project, called.phase(phase), owner ?? '', latest, onHold]),
    bars: rotting.slice(0, MOST).map(({ latest, onHold }) => latest - onHold),
  });
  if (rotting.length > MOST) line(session, 'more', { more: rotting.length - MOST });
};

const printBlockers = (session: Session, { blockers }: PipelineAnswer, called: ProjectNames): void => {
  const { words } = session.texts;
  if (blockers.length === 0) return;
  line(session, 'blocked', { n: blockers.length });
  table(session, {
    head: [words.project, words.phase, words.gate, words.missing],
    rows: blockers
      .slice(0, MOST)
      .map(({ project, phase, gates, criteria, judged, conditions, checklist, hold }) => [
        project,
        called.phase(phase),
        gates.map(called.gate).join(', '),
        [
          ...(hold === null ? [] : [words.onHold]),
          ...[...criteria.map(({ id }) => id), ...judged].map(called.criterion),
          ...conditions.map(({ text }) => text),
          ...checklist.map(called.item),
        ].join('; '),
      ]),
  });
  if (blockers.length > MOST) line(session, 'more', { more: blockers.length - MOST });
};

/** What a column of keys is called: an owner is one of projects, a team one of the house. */
const headed = {
  phase: 'phase',
  owner: 'projectOwner',
  team: 'salesTeam',
  region: 'region',
  product: 'product',
  closeQuarter: 'closeQuarter',
} as const satisfies Record<PipelineBy, string>;

const printGroups = (
  session: Session,
  {
    found: { groups },
    called,
    by,
    figures: { shown, inCurrency },
  }: {
    readonly found: PipelineAnswer;
    readonly called: ProjectNames;
    readonly by: PipelineBy;
    readonly figures: Figures;
  },
): void => {
  const { words } = session.texts;
  const nameOf = ({ key, name }: PipelineGroup): string => {
    if (key === null) return '–';
    return by === 'phase' ? called.phase(key) : (name ?? key);
  };
  table(session, {
    head: [
      words[headed[by]],
      words.opened,
      words.open,
      words.won,
      words.lost,
      inCurrency(words.won),
      words.ofClosed,
      words.ofAll,
    ],
    rows: groups.map((group) => [
      nameOf(group),
      group.opened,
      group.phases.reduce((all, { count }) => all + count, 0),
      group.outcomes.won.count,
      group.outcomes.lost.count,
      shown(group.value),
      percent(group.wonOfClosed),
      percent(group.wonOfAll),
    ]),
    bars: groups.map(({ value }) => Math.max(0, value.minor)),
    figures: [5, 6, 7],
  });
};
