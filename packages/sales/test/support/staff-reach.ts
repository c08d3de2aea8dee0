import type { GovernanceRefusal, PersonCommand, PersonRefusal, UnitCommand, UnitRefusal } from '@millrace/sales';

type Outcomes<Command extends { readonly type: string }, Refusal extends { readonly type: string }> = {
  readonly [Type in Command['type']]: ReadonlyArray<
    'recorded' | 'nothing' | Refusal['type'] | GovernanceRefusal['type']
  >;
};

const sellers = ['recorded', 'nothing', 'NoPlaybook', 'EffectiveInFuture', 'RoleNotHeld'] as const;
const always = [...sellers, 'NotPermitted'] as const;
const ofKnown = [...always, 'PersonUnknown'] as const;
const gone = ['BeforeJoining', 'PersonResigned'] as const;
const ofEmployed = [...ofKnown, ...gone] as const;
const ofStretch = [...ofEmployed, 'StretchWithoutLength', 'StretchesOverlap'] as const;

/** Every answer that a command about a person can get, and no other. */
export const staffOutcomes: Outcomes<PersonCommand, PersonRefusal> = {
  JoinStaff: [...always, 'PersonAlreadyJoined'],
  RenamePerson: ofKnown,
  GrantRole: [...ofStretch, 'UndefinedTerm'],
  RevokeRole: [...ofKnown, 'NothingToEnd'],
  JoinTeam: [...ofStretch, 'UnitUnknown', 'UnitNotOpen'],
  LeaveTeam: [...ofKnown, 'NothingToEnd'],
  QualifyForPost: [...ofStretch, 'UndefinedTerm'],
  ExpireQualification: [...ofKnown, 'NothingToEnd'],
  /** Sellers may ask it, of themselves. */
  AcceptDataTerms: [...sellers, 'PersonUnknown', ...gone],
  ResignSeller: [...ofEmployed, 'UndefinedTerm', 'BeganLater'],
};

const ofOpened = [...always, 'UnitUnknown'] as const;
const ofOpen = [...ofOpened, 'UnitNotOpen'] as const;

/** Every answer that a command about a unit can get, and no other. */
export const unitOutcomes: Outcomes<UnitCommand, UnitRefusal> = {
  OpenUnit: [...ofOpen, 'UnitAlreadyOpened'],
  RenameUnit: ofOpen,
  AppointUnitLeader: [...ofOpen, 'LeaderNotEmployed', 'EffectiveBeforeLast'],
  ReleaseUnitLeader: [...ofOpened, 'EffectiveBeforeLast'],
  CloseUnit: [...ofOpen, 'EffectiveBeforeLast'],
};
