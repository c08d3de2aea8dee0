export type WorkRefusal = never;
