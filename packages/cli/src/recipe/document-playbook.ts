/** The rules that a recipe publishes: a preset, with words and switches of its own. */
import { Currency, struct } from '@millrace/kernel';
import { type PeopleRules, presets, Term, Zone } from '@millrace/sales';
import * as t from 'io-ts';
import { oneOf, Terms } from './codecs.js';
import { ProjectsChoice } from './document-projects.js';
import { described } from './schema.js';

const Lists = struct(
  {},
  {
    sources: Terms,
    prospecting: Terms,
    contactTypes: Terms,
    rejection: Terms,
    revert: Terms,
    correction: Terms,
    lost: Terms,
    disqualified: Terms,
    dormant: Terms,
    transfer: Terms,
    release: Terms,
    relationships: Terms,
  },
  'Lists',
);

const Undertakings = t.readonlyArray(oneOf<PeopleRules['qualifiedFor'][number]>(['custody', 'pledge']));

const PeopleChoice = struct(
  {},
  {
    qualifiedFor: described(Undertakings, 'What asks for a valid post qualification; [] for nothing.'),
    dataTermsFor: described(Undertakings, 'What asks for accepted data terms; [] for nothing.'),
    posts: described(Terms, 'Posts that one can be qualified for.'),
    resignation: described(Terms, 'Why people resign.'),
  },
  'PeopleChoice',
);

export const PlaybookChoice = struct(
  { preset: described(oneOf(presets.keys()), 'The playbook to start from.') },
  {
    name: described(Term, 'What the playbook is called, where not like the preset.'),
    zone: described(Zone, 'IANA zone in which days and months are counted.'),
    currency: described(Currency, 'ISO 4217. Class rules by amount hold in the preset’s currency only.'),
    lists: described(Lists, 'Vocabularies, each in place of the preset’s.'),
    people: described(PeopleChoice, 'What is asked of people, each key in place of the preset’s.'),
    projects: described(ProjectsChoice, 'How projects are run, the whole in place of the preset’s.'),
  },
  'PlaybookChoice',
);
export type PlaybookChoice = t.TypeOf<typeof PlaybookChoice>;
