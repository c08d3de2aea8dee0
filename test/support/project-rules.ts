const words = (id: string) => ({ id, name: { en: id, zh: '词' } });

/** Rules of projects with every key they have. */
export const projects = {
  processes: [
    {
      ...words('process'),
      phases: [
        {
          ...words('phase'),
          activities: [{ ...words('visit'), steps: [words('go')], analysis: 'own', deliverables: [words('report')] }],
          checklist: [words('done')],
          rottingDays: 30,
        },
      ],
      gates: [
        {
          ...words('gate'),
          guards: { at: 'exit', phase: 'phase' },
          criteria: [
            { ...words('visited'), must: true, test: { by: 'activity', activity: 'visit' } },
            { ...words('liked'), must: false, test: { by: 'reviewers' }, minimumScore: 7 },
          ],
          reviewerRoles: ['manager'],
          form: 'meeting',
          reviewers: 1,
          simplifications: [{ size: 'small', form: 'circulation', reviewers: 1 }],
          selfReviewUpTo: { minor: 100, currency: 'EUR' },
        },
        {
          ...words('last'),
          guards: { at: 'signing' },
          criteria: [],
          reviewerRoles: [],
          form: 'meeting',
          reviewers: 1,
          simplifications: [],
        },
      ],
      signedIn: 'phase',
      flows: [{ ...words('tender'), steps: [{ ...words('ask'), phase: 'phase' }] }],
      layers: [words('technical')],
      sizes: [words('small')],
    },
  ],
  lost: [words('price')],
  channels: [words('letter')],
  saleTypes: [words('new')],
  relationshipLadder: [],
  establishment: [],
  decisionFactors: [{ ...words('price'), weightBp: 10_000 }],
  departments: [{ ...words('office'), reportsTo: 'office' }],
  relations: [],
  tactics: [],
  knowledge: [],
  reopening: [],
  waiving: [],
  personalNeeds: [],
  overBudget: 'refused',
  behaviours: {
    minimumProjects: 5,
    storytellerAdvancedAtMostBp: 1,
    pusherSigningAtLeastBp: 1,
    earlySpenderAtLeastBp: 1,
  },
};
