export type MoneyRefusal = never;
