/** The views that show how projects are run. */
import type { views } from '@millrace/projections';

export type ViewOfProjects = Extract<keyof typeof views, 'projects' | 'gates' | 'pipeline'>;
