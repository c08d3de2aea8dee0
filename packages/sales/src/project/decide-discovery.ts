/** How a project comes to us, and is opened. @source PRJ-4, PRJ-8, Q38, GAT-13 */
import type { Instant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import { type ProcessTemplate, type ProjectRules, plainProcess } from '../process/index.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { inOwnName, isAmount, isKnown, isTermOf } from './policy.js';
import type { Check, Decision } from './refusals.js';
import type { Opportunity, Project } from './state.js';

export const discover = (
  { project: id, ...how }: CommandTo<'DiscoverOpportunity'>,
  project: Project,
  context: Ruled,
): Decision => {
  const { channel, discoveredBy, customer, title } = how;
  if (project.status !== 'undiscovered') return discoveredBefore(project.origin, { ...how, parent: undefined });
  return unless(
    [isChannel(channel, context), isDiscoverer(discoveredBy, context), isCustomer(customer, context)],
    () => [
      {
        type: 'OpportunityDiscovered',
        data: { project: id, channel, discoveredBy, ...defined({ customer, title }) },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

type Discovered = Pick<Opportunity['origin'], 'id' | 'channel' | 'discoveredBy' | 'customer' | 'title' | 'parent'>;

/** GAT-13: a project has one first channel; the same discovery again is already so. */
export const discoveredBefore = (
  origin: Discovered,
  asked: { readonly [Field in Exclude<keyof Discovered, 'id'>]?: Discovered[Field] | undefined },
): Decision =>
  asked.channel === origin.channel &&
  asked.discoveredBy === origin.discoveredBy &&
  asked.customer === origin.customer &&
  asked.title === origin.title &&
  asked.parent === origin.parent
    ? E.right([])
    : refuse({ type: 'OpportunityAlreadyDiscovered', project: origin.id, channel: origin.channel });

export const touch = (
  { project: id, channel }: CommandTo<'TouchChannel'>,
  project: Project,
  context: Ruled,
): Decision => {
  if (project.status === 'undiscovered') return refuse({ type: 'ProjectUnknown', project: id });
  if (project.touched.includes(channel)) return E.right([]);
  const { ended, origin } = project;
  const since = project.status === 'opened' ? project.closedAt : ended?.at;
  return unless(
    [endedSince(id, ended?.outcome, since), isChannel(channel, context), notBeforeDiscovery(origin, context)],
    () => [{ type: 'ChannelTouched', data: { channel }, effectiveAt: context.effectiveAt }],
  );
};

export const open = (command: CommandTo<'OpenProject'>, project: Project, context: Ruled): Decision => {
  const { project: id, template: named, owner, ...more } = command;
  if (project.status === 'undiscovered') return refuse({ type: 'ProjectUnknown', project: id });
  if (project.status === 'opened') {
    const { team, template, openedAt } = project;
    const same =
      template === named &&
      team.owner === owner &&
      project.saleType === more.saleType &&
      project.product === more.product &&
      project.amount?.minor === more.amount?.minor &&
      project.expectedClose === more.expectedClose &&
      project.referenceCustomer === more.referenceCustomer;
    return same ? E.right([]) : refuse({ type: 'ProjectAlreadyOpened', project: id, openedAt });
  }
  const { ended, origin } = project;
  const rules = projectRules(context);
  if (E.isLeft(rules)) return rules;
  const template = templateIn(rules.right, named, context);
  if (E.isLeft(template)) return template;
  const { saleType, product, amount, expectedClose, referenceCustomer } = more;
  return unless(
    [
      endedSince(id, ended?.outcome, ended?.at),
      isKnown(owner, context),
      saleType === undefined ? ok : isTermOf('projects.saleTypes', rules.right.saleTypes, saleType),
      isAmount(amount, context),
      isCustomer(referenceCustomer, context),
      notBeforeDiscovery(origin, context),
    ],
    () => [
      {
        type: 'ProjectOpened',
        data: {
          template: named,
          playbook: context.rules.version,
          process: plainProcess(template.right),
          signedIn: template.right.signedIn,
          owner,
          ...defined({ saleType, product, amount, expectedClose, referenceCustomer }),
        },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

/** What the playbook in force says of projects. */
export const projectRules = ({ rules: { playbook, version } }: Pick<Ruled, 'rules'>): Check<ProjectRules> =>
  playbook.projects === undefined ? refuse({ type: 'ProjectsNotRun', playbook: version }) : E.right(playbook.projects);

/** A template of the playbook in force. */
export const templateIn = (
  { processes }: ProjectRules,
  template: string,
  { rules: { version: playbook } }: Pick<Ruled, 'rules'>,
): Check<ProcessTemplate> =>
  E.fromNullable({ type: 'TemplateUnknown' as const, template, playbook })(processes.find(({ id }) => id === template));

/** PRJ-8: opportunities come by the channels of the playbook in force. */
export const isChannel = (channel: string, context: Ruled): Check =>
  E.flatMap(({ channels }: ProjectRules) => isTermOf('projects.channels', channels, channel))(projectRules(context));

/** Whoever discovered it is known, and speaks for nobody else. */
export const isDiscoverer = (person: string, context: Ruled): Check =>
  E.flatMap(() => inOwnName(person, context))(isKnown(person, context));

const isCustomer = (customer: string | undefined, { entered }: Ruled): Check =>
  customer === undefined || entered.has(customer) ? ok : refuse({ type: 'CustomerUnknown', customer });

const endedSince = (project: string, outcome = 'won', since?: Instant): Check =>
  since === undefined ? ok : refuse({ type: 'ProjectEnded', project, outcome, since });

const notBeforeDiscovery = ({ discoveredAt }: Opportunity['origin'], context: Ruled): Check =>
  notBefore('project', discoveredAt, context);
