/** A small history: people who come by, some of whom buy, and the recipe for it. */
import { type Sandbox, sandbox } from './sandbox.js';

const names = (...ids: ReadonlyArray<string>) => ids.map((id) => ({ id, name: { en: `the ${id}`, zh: `${id}了` } }));

/** The rows of `visits.csv` from its lines. */
export const visitsCsv = (...lines: ReadonlyArray<string>): string =>
  ['who,at,what,seller,amount', ...lines, ''].join('\n');

export const recipe = {
  id: 'visits',
  playbook: {
    preset: 'dealership',
    zone: 'Europe/Amsterdam',
    currency: 'EUR',
    lists: { sources: names('street'), lost: names('gone'), transfer: names('moved') },
  },
  files: [
    {
      path: 'visits.csv',
      time: { column: 'at' },
      commands: [
        {
          first: ['who'],
          command: 'CollectProspect',
          fields: {
            customer: '{who}',
            collectedBy: '{seller}',
            sheet: { source: 'street', otherContact: 'no. {who}' },
          },
        },
        { first: ['who'], command: 'AcceptProspect', fields: { customer: '{who}', screenedBy: 'boss' } },
        { first: ['who'], command: 'EnterCustomer', fields: { customer: '{who}', custodian: '{seller}' } },
        {
          changed: { key: ['who'], value: 'seller' },
          command: 'TransferCustody',
          fields: { customer: '{who}', to: '{seller}', reason: 'moved' },
        },
        {
          when: [{ column: 'what', is: ['look'] }],
          first: ['who'],
          command: 'AdvanceStage',
          fields: { customer: '{who}', to: 'shopper', evidence: { note: 'looked around' } },
        },
        {
          when: [{ column: 'what', is: ['buy'] }],
          first: ['who'],
          command: 'DecidePurchase',
          fields: { customer: '{who}' },
        },
        {
          when: [{ column: 'what', is: ['buy'] }],
          first: ['who'],
          command: 'CompletePurchase',
          fields: { customer: '{who}', amount: { $optional: { $money: '{amount}' } } },
        },
        {
          when: [{ column: 'what', is: ['leave'] }],
          command: 'CloseJourney',
          fields: { customer: '{who}', outcome: 'lost', reason: 'gone' },
        },
      ],
    },
  ],
};

/** Four people: one buys, one leaves, one looks, one only came. 27 events, the publication of the playbook among them. */
export const rows = [
  'ann,2025-03-01T10:00:00Z,come,s1,',
  'bob,2025-03-01T10:00:00Z,come,s1,',
  'ann,2025-03-02T10:00:00Z,look,s2,',
  'cyd,2025-03-31T23:30:00Z,look,s2,',
  'ann,2025-04-03T10:00:00Z,buy,s2,1999.50',
  'bob,2025-04-04T10:00:00Z,leave,s1,',
  'dan,2025-04-05T10:00:00Z,come,s1,',
];

/** Everything an import of the small history needs. */
export const visits = { 'visits.json': recipe, 'visits.csv': visitsCsv(...rows) };

/** A folder into whose database the small history was imported. */
export const imported = async (): Promise<Sandbox> => {
  const made = await sandbox(visits);
  await made.json('import', 'visits.json');
  return made;
};

/** The small recipe with other values at some keys, joined by `/`; `undefined` takes a key away. */
export const spoilt = (changes: { readonly [path: string]: unknown }): object => {
  const copy: unknown = structuredClone(recipe);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('/');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
    if (value === undefined) Reflect.deleteProperty(Object(holder), last);
    else Reflect.set(Object(holder), last, value);
  }
  return copy as object;
};
