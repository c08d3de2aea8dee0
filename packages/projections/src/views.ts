import { creditsView } from './credits/index.js';
import { funnelView } from './funnel/index.js';
import { gatesView } from './gates/index.js';
import { organisationView } from './organisation/index.js';
import { ownershipView } from './ownership/index.js';
import { periodsView } from './periods/index.js';
import { pipelineView } from './pipeline/index.js';
import { pledgesView } from './pledges/index.js';
import { projectsView } from './projects/index.js';
import { publicationsView } from './publications/index.js';

/** Every view that ships; a new one is one folder and one line here. */
export const views = {
  funnel: funnelView,
  ownership: ownershipView,
  organisation: organisationView,
  periods: periodsView,
  credits: creditsView,
  pledges: pledgesView,
  pipeline: pipelineView,
  publications: publicationsView,
  projects: projectsView,
  gates: gatesView,
} as const;
