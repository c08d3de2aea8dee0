/** Whole logs of several projects under one process, as a store would hand them out. */
import type { BusinessId, Envelope } from '@millrace/kernel';
import {
  type OpenedProject,
  type ProcessTemplate,
  type ProjectCommand,
  type ProjectEvent,
  projectModule,
} from '@millrace/sales';
import fc from 'fast-check';
import { projectLifeCommands } from '../project-life/index.js';
import { projectWorkCommands } from '../project-work/index.js';
import { recorded } from '../recorded.js';
import { timeAt } from '../time.js';
import { rulesWith } from './context.js';
import { asked, type DrawnStep, drawnStep } from './gate-asks.js';
import { type Play, playOf } from './play.js';
import { processTemplates, tailoredOf } from './template.js';
import { nextOf, opening } from './walks.js';

/** What happened to some projects, and under which process. */
export interface GeneratedProjects {
  readonly template: ProcessTemplate;
  readonly log: ReadonlyArray<Envelope<ProjectEvent>>;
}

/** How far generated logs of projects go. */
export interface ProjectLogsOptions {
  readonly templates?: fc.Arbitrary<ProcessTemplate>;
  /** Projects at most, besides extensions; 3 when left out. */
  readonly projects?: number;
  /** Steps at most, each of one project; 360 when left out. */
  readonly length?: number;
}

const { events, playbookOf } = projectModule;

/** Commands of a life that any process allows. */
const anyLife = [
  'TouchChannel',
  'TransferProject',
  'JoinProjectTeam',
  'LeaveProjectTeam',
  'MigrateProcess',
  'AmendContract',
  'OpenExtension',
] as const;

/** Seldom asked: few projects that are closed early go far. */
const ends = ['TerminateContract', 'CloseProject', 'ReopenProject'] as const;

interface Step {
  readonly whose: number;
  readonly drawn: DrawnStep;
  /** Asked in place of what is next. */
  readonly other: ProjectCommand | null;
}

/**
 * Logs of several projects, one beside the other, made by real commands through the real decider.
 *
 * Projects are discovered, opened, worked on, tailored and migrated; reviews are requested and decided in
 * every way, contracts signed and ended, outcomes decided and taken back, extensions opened. Some stay
 * opportunities.
 */
export const projectLogs = ({
  templates = processTemplates(),
  projects = 3,
  length = 360,
}: ProjectLogsOptions = {}): fc.Arbitrary<GeneratedProjects> =>
  templates.chain((template) =>
    fc
      .array(stepsOf(template, projects), { minLength: Math.floor(length / 2), maxLength: length, size: 'max' })
      .map((steps) => ({ template, log: logOf(template, steps) })),
  );

const stepsOf = (template: ProcessTemplate, projects: number): fc.Arbitrary<Step> => {
  const project = 'p1' as BusinessId;
  const people = ['ada', 'ada', 'bob', 'cyd', 'mia'] as unknown as ReadonlyArray<BusinessId>;
  const other = fc.oneof(
    { weight: 5, arbitrary: projectLifeCommands(project, anyLife) },
    { weight: 1, arbitrary: projectLifeCommands(project, ends) },
    { weight: 12, arbitrary: projectWorkCommands({ project, rules: rulesWith(template), people }) },
  );
  return fc.record({ whose: fc.nat({ max: projects }), drawn: drawnStep, other: fc.option(other, { freq: 5 }) });
};

const logOf = (template: ProcessTemplate, steps: ReadonlyArray<Step>): ReadonlyArray<Envelope<ProjectEvent>> => {
  const play = playOf(template);
  for (const [at, step] of steps.entries()) {
    if (at === Math.floor(steps.length / 2)) play.publishAgain();
    take(play, template, step, at);
  }
  const log: Array<Envelope<ProjectEvent>> = [];
  for (const [step, { command, context, happened }] of play.accepted.entries()) {
    // Every eighth command leaves a gap in front of it, as a sequence of a database may.
    const position = (log.at(-1)?.position ?? 0) + (step % 8 === 0 ? 2 : 1);
    const kind = { events, playbook: playbookOf(context) };
    log.push(...recorded(happened, command, context, kind, { position, recordedAt: context.now, step }));
  }
  return log;
};

/** One step of one project, by its number; the first is an extension of the second, where it has one. */
const take = (play: Play, template: ProcessTemplate, { whose, drawn, other }: Step, at: number): void => {
  const parent = play.stateOf('p1');
  const [extension] = parent.status === 'opened' ? parent.extensions : [];
  const named = whose === 0 ? (extension ?? 'p1') : `p${whose}`;
  const project = play.stateOf(named);
  const now = timeAt(at);
  if (project.status !== 'opened') {
    const [discovers, opens] = opening(named, template, drawn.whom === 11 ? 'cyd' : 'ada');
    const next = project.status === 'undiscovered' ? discovers : drawn.kind > 0 ? opens : other;
    if (next != null) play.ask({ ...next, project: named } as ProjectCommand, now);
    return;
  }
  if (other === null && drawn.kind === 6) {
    play.ask(asked(named, { type: 'TailorProcess', process: retailored(project, template, drawn) }), now);
    return;
  }
  if (other !== null) play.ask(aimed(other, named, template, drawn), now);
  else {
    const { commands, effectiveAt } = nextOf(project, template, drawn, at);
    for (const command of commands) play.ask(command, now, effectiveAt);
  }
};

/** The drawn command, of this project and its process; an extension is mostly one that is new. */
const aimed = (
  command: ProjectCommand,
  project: string,
  { id: template }: ProcessTemplate,
  { what }: DrawnStep,
): ProjectCommand => {
  const own = { ...command, project: project as BusinessId };
  if (own.type === 'MigrateProcess') return { ...own, template };
  return own.type === 'OpenExtension' ? { ...own, child: `${project}x${what % 2}` as BusinessId } : own;
};

/** The process with what is not entered yet merged anew. */
const retailored = ({ process: { stages }, entered }: OpenedProject, template: ProcessTemplate, { what }: DrawnStep) =>
  tailoredOf(
    template,
    template.phases.slice(1).map(({ id }, place) => {
      if (!entered.some(({ phase }) => phase === id)) return (what >> place) % 2 === 1;
      return stages.some(({ phases: [first], phases }) => first !== id && phases.includes(id));
    }),
  );
