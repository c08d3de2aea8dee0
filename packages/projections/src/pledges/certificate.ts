import type { CertificateTerms } from '@millrace/sales';
import { pledgeAsOf } from './documents.js';
import type { PledgeDocument } from './view.js';

/** Everything a certificate says, and the hashes of its texts with the name left open. @source ORG-26, ORG-27, PLG-9 */
export interface CertificateData {
  readonly template: string;
  readonly terms: CertificateTerms;
  /** As it was when it was sworn. */
  readonly name: string;
  readonly hashes: { readonly zh: string; readonly en: string };
}

/** The certificate of a pledge, as it was sworn last; none where it never was. */
export const certificateOf = (document: PledgeDocument): CertificateData | undefined => {
  const sworn = pledgeAsOf('', document)?.sworn.event.data;
  if (sworn === undefined) return undefined;
  const { certificate, scope, period, unitName, target, donation, name } = sworn;
  const { template, ...hashes } = certificate;
  return {
    template,
    terms: { scope, cadence: period.includes('Q') ? 'quarter' : 'month', period, unitName, target, donation },
    name,
    hashes,
  };
};
