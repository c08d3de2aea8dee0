/** Rules about what a playbook says of sales projects besides their processes. */
import { opportunityChannels } from '../process/index.js';
import { firstFault, has, type Rule, undefinedIn } from './rule.js';

/** What commands must name can be named; without reasons to reopen or to waive, nobody may. */
export const projectsCanBeRun: Rule = ({ projects }) => {
  if (projects === undefined) return undefined;
  const empty = (['processes', 'lost'] as const).find((list) => projects[list].length === 0);
  return empty && { type: 'EmptyList', list: `projects.${empty}` };
};

/** PRJ-8: the twelve are always there. */
export const channelsAreThere: Rule = ({ projects }) => {
  const channel = projects && opportunityChannels.find(({ id }) => !has(projects.channels, id));
  return channel && { type: 'ChannelMissing', channel: channel.id };
};

const WHOLE_BP = 10_000;

/** PRJ-25: every factor weighs something. */
export const factorsWeigh: Rule = ({ projects }) =>
  firstFault(projects?.decisionFactors ?? [], ({ id: factor, weightBp }) =>
    weightBp < 1 || weightBp > WHOLE_BP ? { type: 'WeightOutOfRange', factor, weightBp, most: WHOLE_BP } : undefined,
  );

/** PRJ-25: together, where there are any, they weigh the whole. */
export const weightsMakeAWhole: Rule = ({ projects }) => {
  const { decisionFactors = [] } = projects ?? {};
  const sum = decisionFactors.reduce((total, { weightBp }) => total + weightBp, 0);
  return decisionFactors.length === 0 || sum === WHOLE_BP
    ? undefined
    : { type: 'WeightsNotWhole', sum, expected: WHOLE_BP };
};

/** PRJ-3: shares lie between nothing and the whole, and something is said of somebody who has had a project. */
export const behavioursCanBeSeen: Rule = ({ projects }) => {
  if (projects?.behaviours === undefined) return undefined;
  const { minimumProjects, ...shares } = projects.behaviours;
  if (minimumProjects < 1) return { type: 'BehaviourWithoutSample', minimumProjects };
  return firstFault(Object.entries(shares), ([behaviour, bp]) =>
    bp < 0 || bp > WHOLE_BP ? { type: 'BehaviourOutOfRange', behaviour, bp, most: WHOLE_BP } : undefined,
  );
};

/** PRJ-19: departments report to departments that exist. */
export const departmentsReport: Rule = ({ projects }) => {
  const { departments = [] } = projects ?? {};
  return undefinedIn(
    'projects.departments',
    departments,
    departments.flatMap(({ reportsTo }) => reportsTo ?? []),
  );
};

/** PRJ-19: a decision chain has a top, so nobody reports to himself in the end. */
export const chainsHaveATop: Rule = ({ projects }) => {
  const { departments = [] } = projects ?? {};
  const superior = new Map(departments.map(({ id, reportsTo }) => [id, reportsTo]));
  return firstFault(departments, ({ id: department }) => {
    const met = new Set<string>();
    let above = superior.get(department);
    while (above !== undefined && above !== department && !met.has(above)) {
      met.add(above);
      above = superior.get(above);
    }
    return above === department ? { type: 'ReportsToItself', department } : undefined;
  });
};
