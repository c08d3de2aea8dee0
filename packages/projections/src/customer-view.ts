import { type Change, eventOf, type View } from '@millrace/kernel';
import type { CustomerEvent } from '@millrace/sales';
import type { Draft } from 'immer';

/** Edits a customer's document. */
export type Edit<Document> = (document: Draft<Document>) => void;

/** A view with one document a customer. */
export interface CustomerViewSpec<Document> {
  readonly name: string;
  readonly version: number;
  readonly empty: () => Document;
  /**
   * What an event does to its customer's document, if anything. `revision` is its place in the
   * customer's stream: the name by which a receipt finds it again.
   */
  readonly editOf: (event: CustomerEvent, revision: number) => Edit<Document> | undefined;
}

const KIND = 'customer';
const NOTHING: ReadonlyArray<never> = [];

/** Makes a view of which each document is about one customer, keyed by the customer's id. */
export const customerView = <Document>({
  name,
  version,
  empty,
  editOf,
}: CustomerViewSpec<Document>): View<CustomerEvent, Document> => ({
  name,
  version,
  kinds: [KIND],
  empty,
  on: (envelope): ReadonlyArray<Change<Document>> => {
    const edit = editOf(eventOf(envelope), envelope.revision);
    if (edit === undefined) return NOTHING;
    const change: Change<Document>['change'] = (document) => {
      edit(document);
      return undefined;
    };
    return [{ key: envelope.stream.slice(KIND.length + 1), change }];
  },
});
