import type { Dossier } from '@millrace/projections';
import { percentOf } from '../render/money.js';
import { table } from '../session.js';
import { listed, type Page, type Pair, pairs } from './print-page.js';

/** Prints the customer, our own side, the competitors and the environment. @source PRJ-40 */
export const printSides = (page: Page, dossier: Dossier): void => {
  printCustomer(page, dossier);
  printOwn(page, dossier);
  const { session, called } = page;
  const { words } = session.texts;
  const { competitor, environment } = dossier;
  pairs(session, words.competitorSide, [
    ...findings(page, competitor),
    ...competitor.notes.map((one): Pair => [one.competitor, one.note]),
  ]);
  pairs(session, words.environmentSide, findings({ session, called }, environment));
};

const findings = (
  { called }: Pick<Page, 'session' | 'called'>,
  side: Pick<Dossier['environment'], 'findings'>,
): ReadonlyArray<Pair> => side.findings.map(({ part, finding }) => [called.step(part), finding]);

const printCustomer = (page: Page, { customer }: Dossier): void => {
  const { session, names, called } = page;
  const { words } = session.texts;
  const { purchase, regions, relationship, factors } = customer;
  pairs(session, words.customerSide, [
    ...needOf(page, customer),
    ...findings(page, customer),
    ...regions.flatMap(({ region, features, rivals, trades }) => [
      [words.region, region] as const,
      ...listed(words.features, features),
      ...listed(words.rivals, rivals),
      ...listed(words.trades, trades),
    ]),
    [words.relationship, relationship === null ? null : called.term('relationshipLadder', relationship.rung)],
    ...listed(words.qualification, scoresOf(page, customer)),
    ...listed(
      words.purchaseStep,
      purchase.map(({ at, flow, step }) => {
        const phase = called.phaseAt(flow, step);
        return `${names.day(at)}  ${called.purchaseStep(flow, step)}${phase === undefined ? '' : ` (${phase})`}`;
      }),
    ),
  ]);
  if (factors.length === 0) return;
  session.io.out('\n');
  table(session, {
    head: [words.factor, words.weight, words.us, words.rival],
    rows: factors.map(({ factor, own, rival }) => {
      const weight = called.weight(factor);
      return [called.term('decisionFactors', factor), weight === undefined ? '' : percentOf(weight), own, rival ?? ''];
    }),
    figures: [1, 2, 3],
  });
};

const needOf = ({ session }: Page, { need }: Dossier['customer']): ReadonlyArray<Pair> => {
  const { words } = session.texts;
  if (need === null) return [];
  const wants = { product: words.wantsProduct, service: words.wantsService, both: words.wantsBoth };
  return [
    [words.problem, need.problem],
    [words.wants, wants[need.wants]],
    [words.needReason, need.reason],
    [words.budgeted, words[need.budgeted]],
    [words.planned, words[need.planned]],
    [words.statedRequest, need.statedRequest],
    [words.realNeed, need.realNeed],
    [words.downstreamNeed, need.downstreamNeed ?? null],
  ];
};

const scores = [
  'metrics',
  'economicBuyer',
  'decisionCriteria',
  'decisionProcess',
  'identifiedPain',
  'champion',
] as const;

/** What was scored, out of ten. */
const scoresOf = ({ session }: Page, { qualification }: Dossier['customer']): ReadonlyArray<string> =>
  scores.flatMap((one) => {
    const score = qualification?.[one];
    return score === undefined ? [] : [`${session.texts.words[one]} ${score}/10`];
  });

const printOwn = (page: Page, { own }: Dossier): void => {
  const { session, called } = page;
  const { words } = session.texts;
  const { elements, swot, objectives, strategy } = own;
  pairs(session, words.ownSide, [
    ...findings(page, own),
    ...(['strengths', 'weaknesses', 'opportunities', 'threats'] as const).flatMap((what) =>
      listed(words[what], swot?.[what] ?? []),
    ),
    ...objectives.flatMap(({ objective, parts }) =>
      listed(words.objective, [objective, ...parts.map((part) => `– ${part}`)]),
    ),
    [words.strategy, strategy?.strategy ?? null],
  ]);
  pairs(
    session,
    words.establishment,
    elements.map(({ element, text }): Pair => [called.term('establishment', element), text]),
  );
};
