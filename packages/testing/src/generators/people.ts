import type { BusinessId } from '@millrace/kernel';

const id = (text: string): BusinessId => text as BusinessId;

/** The customers of generated histories; the first is the one a single stream is about. */
export const customerIds: readonly [BusinessId, ...ReadonlyArray<BusinessId>] = [
  id('c1'),
  id('c2'),
  id('c3'),
  id('c4'),
];

/** The sellers of generated histories, who collect, work and claim customers. */
export const sellerIds: readonly [BusinessId, ...ReadonlyArray<BusinessId>] = [id('ada'), id('bob'), id('cyd')];

/** The managers of generated histories, who screen and stand in. */
export const managerIds: ReadonlyArray<BusinessId> = [id('mia'), id('noa')];

/** The units of generated histories; the first is the one a single stream is about. */
export const unitIds: readonly [BusinessId, ...ReadonlyArray<BusinessId>] = [id('north'), id('south'), id('dealer')];
