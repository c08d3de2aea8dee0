/** Refusals that any part of a project may give. */
export const standing = {
  ProjectUnknown: 'there is no project "{project}"',
  ProjectNotOpened: 'project {project} is not opened yet',
  ProjectEnded: 'project {project} has been {outcome} since {since}',
  TemplateUnknown: 'version {playbook} of the playbook has no process "{template}"',
  NotForAnother: '{actor} may not do this in the name of {person}',
  PhaseUnknown: 'the process has no phase "{phase}"',
  ActivityUnknown: 'the process has no activity "{activity}"',
  PhaseNotEntered: 'phase {phase} was never entered',
  EvidenceUnknown: 'the project has no event {revision}: it has {revisions}',
  EvidenceLater: 'evidence of {at} is later than the decision of {decidedAt}',
};
