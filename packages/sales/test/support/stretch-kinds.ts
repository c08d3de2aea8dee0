/** The three things a person holds for a stretch of time, and how each begins and ends. */
export interface Kind {
  readonly name: string;
  /** What begins, under one name and another, and what ends it. */
  readonly begin: 'GrantRole' | 'JoinTeam' | 'QualifyForPost';
  readonly end: 'RevokeRole' | 'LeaveTeam' | 'ExpireQualification';
  readonly begun: 'RoleGranted' | 'TeamJoined' | 'PostQualified';
  readonly ended: 'RoleRevoked' | 'TeamLeft' | 'PostQualificationExpired';
  readonly what: object;
  readonly id: string;
}

export const kinds: ReadonlyArray<Kind> = [
  {
    name: 'a role REL-12',
    begin: 'GrantRole',
    end: 'RevokeRole',
    begun: 'RoleGranted',
    ended: 'RoleRevoked',
    what: { role: 'seller' },
    id: 'seller',
  },
  {
    name: 'membership DLR-51',
    begin: 'JoinTeam',
    end: 'LeaveTeam',
    begun: 'TeamJoined',
    ended: 'TeamLeft',
    what: { unit: 'north' },
    id: 'north',
  },
  {
    name: 'a post qualification ORG-12',
    begin: 'QualifyForPost',
    end: 'ExpireQualification',
    begun: 'PostQualified',
    ended: 'PostQualificationExpired',
    what: { post: 'seller' },
    id: 'seller',
  },
];
