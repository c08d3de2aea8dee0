import type { StreamId } from '@millrace/kernel';

/** The event that makes a unit count: where it stands, so that anyone can fetch it. */
export interface EventRef {
  readonly stream: StreamId;
  readonly revision: number;
}
