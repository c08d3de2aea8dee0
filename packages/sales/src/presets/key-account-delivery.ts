/** The phases of a key-account project that follow the contract. @source PRJ-33, Q9 */
import type { Phase } from '../process/index.js';
import { named } from './words.js';

/** Phase 4. Service and summary may be finished in the next. @source PRJ-4, PRJ-33, Q9 */
export const implementationSummary: Phase = {
  ...named('implementationSummary', 'Implementation and summary', '项目实施和总结'),
  checklist: [],
  activities: [
    { ...named('implementation', 'Project implementation', '项目实施'), steps: [] },
    { ...named('service', 'Service', '服务'), steps: [] },
    {
      ...named('projectSummary', 'Project summary', '项目总结'),
      steps: [],
      deliverables: [named('summaryReport', 'Summary report', '项目总结报告')],
    },
  ],
};

/** Phase 5. @source PRJ-4, PRJ-33 */
export const newProjectExtension: Phase = {
  ...named('newProjectExtension', 'New-project extension', '新项目延伸'),
  checklist: [],
  activities: [{ ...named('extension', 'Extension into a new project', '新项目延伸'), steps: [] }],
};
