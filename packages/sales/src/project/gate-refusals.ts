export type GateRefusal = never;
