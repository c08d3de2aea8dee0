/** A project that grows out of one that is won. @source PRJ-33, Q38 */
import { defined, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { discoveredBefore, isChannel, isDiscoverer } from './decide-discovery.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';

/** The child begins on its own stream in the same append: with its own first channel, and the parent's customer. */
export const extend = (
  { project: parent, child, channel, discoveredBy, title }: CommandTo<'OpenExtension'>,
  { ended, origin: { customer } }: OpenedProject,
  context: Ruled,
): Decision => {
  const { effectiveAt, projects } = context;
  if (ended?.outcome !== 'won') return refuse({ type: 'ContractNotSigned' });
  if (child === parent) return refuse({ type: 'OwnExtension', project: parent });
  const there = projects.get(child);
  if (there !== undefined && there.status !== 'undiscovered') {
    return discoveredBefore(there.origin, { channel, discoveredBy, customer, title, parent });
  }
  return unless(
    [isChannel(channel, context), isDiscoverer(discoveredBy, context), notBefore('project', ended.at, context)],
    () => [
      { type: 'ExtensionOpened', data: { child }, effectiveAt },
      {
        type: 'OpportunityDiscovered',
        data: { project: child, channel, discoveredBy, parent, ...defined({ customer, title }) },
        effectiveAt,
      },
    ],
  );
};
