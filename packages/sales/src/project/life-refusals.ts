export type LifeRefusal = never;
