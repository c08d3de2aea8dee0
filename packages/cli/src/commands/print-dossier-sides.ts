import type { Dossier } from '@millrace/projections';
import { line, table } from '../session.js';
import { type Page, pairs } from './print-page.js';

/** Prints the customer, our own side, the competitors and the environment, then the decision chain. @source PRJ-40 */
export const printSides = (page: Page, dossier: Dossier): void => {
  printCustomer(page, dossier);
  printOwn(page, dossier);
  const { session, called } = page;
  const { words } = session.texts;
  const { competitor, environment } = dossier;
  pairs(session, words.competitorSide, [
    ...competitor.findings.map(({ part, finding }) => [called.step(part), finding] as const),
    ...competitor.notes.map((one) => [one.competitor, one.note] as const),
  ]);
  pairs(
    session,
    words.environmentSide,
    environment.findings.map(({ part, finding }) => [called.step(part), finding] as const),
  );
  printChain(page, dossier);
};

const printCustomer = ({ session, called }: Page, { customer }: Dossier): void => {
  const { words } = session.texts;
  const { need, findings, purchase, regions, relationship, qualification, factors } = customer;
  const wants = { product: words.wantsProduct, service: words.wantsService, both: words.wantsBoth };
  const { revision: _, at: __, ...scores } = qualification ?? { revision: 0, at: '' };
  pairs(session, words.customerSide, [
    ...(need === null
      ? []
      : ([
          [words.problem, need.problem],
          [words.wants, wants[need.wants]],
          [words.needReason, need.reason],
          [words.budgeted, words[need.budgeted]],
          [words.planned, words[need.planned]],
          [words.statedRequest, need.statedRequest],
          [words.realNeed, need.realNeed],
          [words.downstreamNeed, need.downstreamNeed ?? null],
        ] as const)),
    ...findings.map(({ part, finding }) => [called.step(part), finding] as const),
    ...purchase.map(({ flow, step }) => [words.purchaseStep, called.purchaseStep(flow, step)] as const),
    ...regions.map(({ region, rivals }) => [words.region, [region, ...rivals].join('; ')] as const),
    [words.relationship, relationship === null ? null : called.term('relationshipLadder', relationship.rung)],
    [
      words.qualification,
      Object.entries(scores)
        .map(([what, score]) => `${what} ${score}`)
        .join(', '),
    ],
  ]);
  if (factors.length === 0) return;
  table(session, {
    head: [words.factor, words.us, words.rival],
    rows: factors.map(({ factor, own, rival }) => [called.term('decisionFactors', factor), own, rival ?? '']),
  });
};

const printOwn = ({ session, called }: Page, { own }: Dossier): void => {
  const { words } = session.texts;
  const { findings, elements, swot, objectives, strategy } = own;
  pairs(session, words.ownSide, [
    ...findings.map(({ part, finding }) => [called.step(part), finding] as const),
    ...elements.map(({ element, text }) => [called.term('establishment', element), text] as const),
    ...(['strengths', 'weaknesses', 'opportunities', 'threats'] as const).map(
      (what) => [words[what], swot?.[what].join('; ') ?? null] as const,
    ),
    ...objectives.map(({ objective, parts }) => [words.objective, [objective, ...parts].join('; ')] as const),
    [words.strategy, strategy?.strategy ?? null],
  ]);
};

const printChain = ({ session, called }: Page, { chain: { stakeholders, relations } }: Dossier): void => {
  if (stakeholders.length === 0) return;
  const { words } = session.texts;
  session.io.out('\n');
  table(session, {
    head: [words.chain, words.layer, words.influence, words.stance, words.strategy, words.notes],
    rows: stakeholders.map((one) => [
      one.name ?? one.stakeholder,
      called.layer(one.layer),
      one.influence,
      words[one.stance as 'neutral'],
      one.strategy ?? '',
      [
        ...(one.keyDecisionMaker ? [words.key] : []),
        ...(one.department === null ? [] : [called.term('departments', one.department)]),
        ...(one.flagged ? [words.flagged] : []),
      ].join('; '),
    ]),
  });
  for (const { from, to, relation } of relations) {
    line(session, 'related', { from, to, relation: called.term('relations', relation) });
  }
};
