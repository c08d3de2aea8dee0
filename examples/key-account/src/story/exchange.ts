import { gao, lin } from '../people.js';
import { analysed, cny, filed, project, type Step, worked } from '../step.js';

/** What the customer said of the need in February, before there was a budget. */
export const need = {
  problem: 'Signalling storms stop private networks of factories for minutes',
  wants: 'both',
  reason: 'Two contracts with factories end in 2027, and both complained',
  budgeted: 'no',
  planned: 'yes',
  statedRequest: 'A packet core that is twice as fast',
  realNeed: 'A private network that the factory can be promised',
  downstreamNeed: 'Factories want a promise of minutes, not of megabits',
} as const;

/** Phase 1: what is left of the information beforehand, then the four analyses. */
export const exchange: ReadonlyArray<Step> = [
  filed(gao, '02-03 10:00', 'yearbook'),
  ...worked(gao, '02-03', 'advanceInformation', ['tradeMix']),
  gao('02-04 10:00', {
    type: 'RecordRegionProfile',
    project,
    region: 'Linjiang',
    features: ['Four industrial parks', 'One large port'],
    rivals: ['Northlight', 'Castor Networks'],
    trades: ['Machine building', 'Shipping'],
    sources: ['customerList', 'yearbook'],
  }),
  lin('02-05 10:00', { type: 'AssessProbability', project, phase: 'conceptExchange', bp: 2_500, by: 'lin' }),
  lin('02-06 09:30', {
    type: 'RecordAnalysis',
    project,
    kind: 'customer',
    part: 'needAnalysis',
    finding: 'Asks for speed, needs availability',
    by: 'lin',
    need,
  }),
  ...analysed(lin, '02-09', 'customer', [
    ['decisionAnalysis', 'The head of the bureau decides, the chief engineer can stop it'],
    ['internalRelationAnalysis', 'Construction and operation compete for the same budget'],
  ]),
  ...analysed(gao, '02-10', 'own', [
    ['marketPosition', 'Third in the province, first in private networks'],
    ['salesPosition', 'Known to operation, not yet to construction'],
    ['projectElements', 'Solution and people are there, the reference is in another province'],
    ['productAnalysis', 'Takes over within a second; the licence is dearer'],
  ]),
  ...analysed(gao, '02-11', 'competitor', [
    ['productTraits', 'Northlight is faster, and needs a minute to take over'],
    ['strategicRegions', 'Northlight wants the province as its bridgehead'],
    ['salesPolicy', 'Prices to win, earns on extensions'],
    ['projectElements', 'No staff of its own on the spot'],
    ['productAnalysis', 'No reference in private networks'],
  ]),
  ...analysed(lin, '02-12', 'environment', [
    ['industry', 'Operators turn from coverage to industry'],
    ['localCompetition', 'A second operator builds private networks from 2027'],
    ['customerSurroundings', 'The port and two parks lie within an hour'],
  ]),
  gao('02-13 10:00', {
    type: 'NoteCompetitor',
    project,
    competitor: 'Northlight',
    note: 'Showed a trial core to the chief engineer in January',
  }),
  gao('02-13 10:30', {
    type: 'NoteCompetitor',
    project,
    competitor: 'Castor Networks',
    note: 'Delivers the present core; its contract ends in December',
  }),
  lin('02-13 14:00', {
    type: 'RateDecisionFactors',
    project,
    ratings: [
      { factor: 'stability', own: 9, rival: 6 },
      { factor: 'afterSales', own: 8, rival: 5 },
      { factor: 'functions', own: 7, rival: 8 },
      { factor: 'lastingUse', own: 8, rival: 7 },
      { factor: 'price', own: 5, rival: 8 },
      { factor: 'delivery', own: 7, rival: 6 },
    ],
  }),
  lin('02-16 10:00', {
    type: 'BookCost',
    project,
    phase: 'conceptExchange',
    amount: cny(120_000),
    by: 'lin',
    reference: 'Trial in the laboratory',
  }),
];
