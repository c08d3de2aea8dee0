/** Words about the pipeline of sales projects. */
export const pipelineWords = {
  boardOfProjects:
    'Projects opened: {opened}. As of {time} ({zone}), as known at position {knownAt}; playbook {playbook}.',
  projects: 'Projects',
  value: 'Value',
  weighted: 'Weighted',
  unvalued: 'No amount',
  unassessed: 'Not assessed',
  delivery: 'Delivery',
  shares: 'Won: {ofClosed} of those closed, {ofAll} of all.',
  daysToClose: 'Days to close of the {n} won or lost: {min} to {max}, mean {mean}, median {median}.',
  rotting: 'Longer in their phase than it allows, time on hold left out: {n}.',
  daysIn: 'Days',
  daysHeld: 'On hold',
  salesTeam: 'Team',
  closeQuarter: 'Closed in',
  opened: 'Opened',
  ofClosed: 'Of closed',
  ofAll: 'Of all',
  signed: 'Signed',
} as const;
