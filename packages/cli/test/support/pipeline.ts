/** What events of projects come to, counted by hand: no projection is asked. */
import type { Envelope } from '@millrace/kernel';
import { quarterOf } from './imported.js';

/** A project, as its events tell of it. */
export interface Told {
  readonly id: string;
  readonly owner: string;
  readonly product: string;
  readonly customer: string | undefined;
  readonly openedAt: string;
  readonly stage: 'Prospecting' | 'Engaging' | 'Won' | 'Lost';
  readonly cents: bigint;
  /** When its outcome was decided. */
  readonly decidedAt: string | undefined;
}

/** Every project of a history. */
export const projectsTold = (events: ReadonlyArray<Envelope>): ReadonlyArray<Told> => {
  const told = new Map<string, Told>();
  for (const { type, stream, data, meta } of events) {
    if (!stream.startsWith('project-')) continue;
    const id = stream.slice('project-'.length);
    const before = told.get(id) ?? NOTHING;
    told.set(id, { ...before, id, ...said(type, data as Data, { before, at: meta.effectiveAt }) });
  }
  return [...told.values()];
};

const NOTHING: Told = {
  id: '',
  owner: '',
  product: '',
  customer: undefined,
  openedAt: '',
  stage: 'Prospecting',
  cents: 0n,
  decidedAt: undefined,
};

interface Data {
  readonly customer?: string;
  readonly owner?: string;
  readonly product?: string;
  readonly phases?: ReadonlyArray<string>;
  readonly amount?: { readonly minor: number; readonly currency: string };
  readonly outcome?: string;
  readonly reason?: string;
}

const said = (
  type: string,
  { customer, owner = '', product = '', phases = [], amount, outcome = '', reason = '' }: Data,
  { before, at }: { readonly before: Told; readonly at: string },
): Partial<Told> => {
  const closing = `${outcome} ${reason}`.trim();
  switch (`${type} ${phases.join()}${closing}`.trim()) {
    case 'OpportunityDiscovered':
      return { customer };
    case 'ProjectOpened':
      return { owner, product, openedAt: at };
    case 'PhaseEntered engaging':
      return { stage: 'Engaging' };
    case 'ContractSigned':
      if (amount?.currency !== 'USD') throw new Error(`signed for ${JSON.stringify(amount)}`);
      return { stage: 'Won', cents: BigInt(amount.minor), decidedAt: at };
    case 'ProjectClosed won':
      if (before.decidedAt !== at) throw new Error('closed as won, and not signed at that instant');
      return {};
    case 'ProjectClosed lost notRecorded':
      return { stage: 'Lost', decidedAt: at };
    default:
      throw new Error(`unexpected: ${type} ${JSON.stringify({ phases, closing })}`);
  }
};

/** Projects by stage, and what was signed. */
export interface Counted {
  readonly opportunities: number;
  readonly Prospecting: number;
  readonly Engaging: number;
  readonly Won: number;
  readonly Lost: number;
  readonly won_value: string;
}

/** Counts projects by some name. */
export const countedBy = (
  projects: ReadonlyArray<Told>,
  nameOf: (project: Told) => string,
): { readonly [name: string]: Counted } =>
  Object.fromEntries(
    [...Map.groupBy(projects, nameOf)].map(([name, group]) => {
      const of = (stage: Told['stage']): number => group.filter((one) => one.stage === stage).length;
      const cents = group.reduce((sum, one) => sum + one.cents, 0n);
      return [
        name,
        {
          opportunities: group.length,
          Prospecting: of('Prospecting'),
          Engaging: of('Engaging'),
          Won: of('Won'),
          Lost: of('Lost'),
          won_value: `${cents / 100n}${cents % 100n === 0n ? '' : ' and cents'}`,
        },
      ];
    }),
  );

/** Those that were decided, by the quarter in which they were. */
export const closedBy = (
  projects: ReadonlyArray<Told>,
): { readonly [quarter: string]: { readonly won: number; readonly lost: number; readonly won_value: string } } => {
  const decided = projects.filter(({ decidedAt }) => decidedAt !== undefined);
  return Object.fromEntries(
    Object.entries(countedBy(decided, ({ decidedAt }) => quarterOf(decidedAt ?? ''))).map(
      ([quarter, { Won, Lost, won_value }]) => [quarter, { won: Won, lost: Lost, won_value }],
    ),
  );
};
