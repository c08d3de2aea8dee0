import type { Dossier } from '@millrace/projections';
import type { DossierAnswer } from 'millrace';
import { amountOf } from '../render/money.js';
import { type Answer, line, type Session } from '../session.js';
import { fill } from '../texts/fill.js';
import { printChain } from './print-dossier-chain.js';
import { printCosts } from './print-dossier-costs.js';
import { printHistory, printStays } from './print-dossier-course.js';
import { printSides } from './print-dossier-sides.js';
import { printPlan, printReviews, printWaivers } from './print-dossier-work.js';
import { listed, type Page, pairs } from './print-page.js';

/** Prints a project on one page: how it stands, the three sides, the chain, plan, gates, costs, history. @source PRJ-40 */
export const printDossier = (session: Session, { found, names }: Answer<DossierAnswer>): void => {
  const { dossier, asOf, knownAt, playbook } = found;
  const called = names.project(dossier.opened ?? {});
  const page: Page = { session, names, called };
  line(session, 'dossier', { project: dossier.project, title: dossier.title === null ? '' : `: ${dossier.title}` });
  line(session, 'asOf', { time: names.time(asOf), zone: names.zone, knownAt, playbook });
  printStanding(page, dossier);
  printStays(page, dossier);
  printReviews(page, dossier);
  printSides(page, dossier);
  printChain(page, dossier);
  printPlan(page, dossier);
  printWaivers(page, dossier);
  printCosts(page, dossier);
  printHistory(page, dossier);
};

const printStanding = ({ session, names, called }: Page, dossier: Dossier): void => {
  const { words } = session.texts;
  const { standing, origin, opened } = dossier;
  const sized = opened?.size == null ? '' : called.size(opened.size);
  pairs(session, words.standing, [
    [words.phase, standing.phases === null ? null : called.phases(standing.phases)],
    ...listed(words.state, stateOf({ session, names, called }, standing)),
    [words.reason, reasonOf({ session, names, called }, standing)],
    [words.rivalChosen, standing.competitor],
    [words.duplicateOf, standing.duplicateOf],
    [words.customer, origin.customer ?? null],
    [words.projectOwner, dossier.owner],
    [words.team, dossier.team.join(words.listing)],
    [words.discovered, [names.day(origin.discoveredAt), origin.discoveredBy].join(words.listing)],
    [words.channel, called.term('channels', origin.channel)],
    ...listed(
      words.channels,
      dossier.channels.filter((id) => id !== origin.channel).map((id) => called.term('channels', id)),
    ),
    [words.openedAt, opened === null ? null : names.day(opened.at)],
    [
      words.process,
      opened === null ? null : called.process + (opened.tailored ? `, ${fill(words.tailored, { size: sized })}` : ''),
    ],
    [words.saleType, opened?.saleType == null ? null : called.term('saleTypes', opened.saleType)],
    [words.product, opened?.product ?? null],
    [words.referenceCustomer, opened?.referenceCustomer ?? null],
    [words.amount, dossier.amount === null ? null : amountOf(dossier.amount)],
    [words.signedContract, contractOf({ session, names, called }, dossier)],
    ...listed(words.expectedClose, closesOf({ session, names, called }, dossier)),
    [words.parent, origin.parent ?? null],
    ...listed(words.extensions, dossier.extensions),
  ]);
};

/** The outcome with its day, then what became of it since. */
const stateOf = (
  { session, names }: Page,
  { outcome, decidedAt, onHold, terminatedAt, closedAt }: Dossier['standing'],
): ReadonlyArray<string> => {
  const { words } = session.texts;
  const since = (state: string, at: Parameters<typeof names.day>[0] | null): string =>
    at === null ? state : fill(words.since, { state, day: names.day(at) });
  return [
    outcome === null ? words.open : since(words[outcome as 'won'], decidedAt),
    ...(onHold ? [words.onHold] : []),
    ...(terminatedAt === null ? [] : [since(words.terminated, terminatedAt)]),
    ...(closedAt === null ? [] : [since(words.closed, closedAt)]),
  ];
};

/** Projects lose for reasons of their own; the others are those of customers. */
const reasonOf = ({ names, called }: Page, { outcome, reason }: Dossier['standing']): string | null => {
  if (reason === null) return null;
  return outcome === 'lost' ? called.term('lost', reason) : names.term(outcome as 'dormant', reason);
};

const contractOf = ({ session, names }: Page, { contract }: Dossier): string | null => {
  if (contract === null) return null;
  const { at, contract: number, amount } = contract;
  const signed = fill(session.texts.words.signedOn, { day: names.day(at) });
  return [...(number === null ? [] : [number]), signed, ...(amount === null ? [] : [amountOf(amount)])].join(
    session.texts.words.listing,
  );
};

/** The day in force, then every change of it. */
const closesOf = ({ session, names }: Page, { expectedClose, closes }: Dossier): ReadonlyArray<string> => {
  const { pushed, broughtForward } = session.texts.words;
  if (expectedClose === null) return [];
  return [
    expectedClose,
    ...closes.flatMap(({ at, on, from }) =>
      from === null ? [] : [fill(on > from ? pushed : broughtForward, { on, from, day: names.day(at) })],
    ),
  ];
};
