/** What can be wrong with a move. */
export type Breach =
  /** GAT-1 */
  | { readonly type: 'EnteredWithoutGate'; readonly phase: string; readonly gate: string }
  | { readonly type: 'EnteredOutOfOrder'; readonly phase: string; readonly expected: string | null }
  | { readonly type: 'EnteredUnsigned'; readonly phase: string }
  | { readonly type: 'EnteredUnchecked'; readonly phase: string; readonly item: string }
  | { readonly type: 'EnteredOnHold'; readonly phase: string; readonly review: string }
  /** GAT-2 */
  | { readonly type: 'EnteredAfterEnd'; readonly phase: string }
  | { readonly type: 'SignedWithoutGate'; readonly gate: string }
  | { readonly type: 'SignedOutOfPhase'; readonly phase: string }
  | { readonly type: 'SignedAfterEnd' }
  | { readonly type: 'NotRequested'; readonly review: string }
  | { readonly type: 'DecidedAgain'; readonly review: string }
  | { readonly type: 'GoWithUnmet'; readonly review: string; readonly criterion: string }
  /** GAT-8 */
  | { readonly type: 'EvidenceLater'; readonly review: string; readonly evidenceAt: string }
  /** GAT-8: an event, by its revision, that had not happened by then. */
  | { readonly type: 'EvidenceNotThere'; readonly review: string; readonly evidence: number }
  /** LAW-39 */
  | { readonly type: 'DecidedByRequester'; readonly review: string; readonly person: string }
  /** GAT-7 */
  | { readonly type: 'RoleNotFilled'; readonly review: string; readonly role: string }
  | { readonly type: 'SelfReviewInTeam'; readonly review: string; readonly person: string };
