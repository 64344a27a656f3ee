import type { Chance } from "../chance.ts";

/** When in the day and the week an application is used. */
export type Rhythm = "office" | "shop" | "evening" | "weekend" | "constant";

export interface TableRows {
  readonly table: string;
  /** Inserted in this order into an empty table, so the first becomes id 1. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** What rows are made from: the same of these make the same rows. */
export interface Making {
  readonly chance: Chance;
  /** How many rows the main table gets. */
  readonly size: number;
  /** A time so many days ago, or ahead where it is negative. */
  readonly daysAgo: (days: number) => string;
}

/** A sort of application: what its projects are called, its tables, and what stands in them. */
export interface Kind {
  readonly names: readonly string[];
  readonly rhythm: Rhythm;
  /** Of a hundred requests, how many write. */
  readonly writesPercent: number;
  readonly schema: string;
  readonly rows: (making: Making) => readonly TableRows[];
  /** SQL that fills a table with so many rows, for databases that shall be large. */
  readonly bulk: (rows: number) => string;
}

export const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

export const givenNames = [
  "Aiko", "Amara", "Anouk", "Bea", "Bruno", "Chidi", "Clara", "Dalia", "Dario", "Edda", "Elin", "Emeka", "Farah", "Femke", "Gael", "Hana",
  "Idris", "Ines", "Jonas", "Kaito", "Lena", "Luca", "Malik", "Marit", "Mateo", "Mira", "Nadia", "Noor", "Oskar", "Pia", "Quentin", "Ravi",
  "Rosa", "Sanna", "Selim", "Tariq", "Thea", "Uma", "Viktor", "Wanda", "Yara", "Zoe",
] as const; // biome-ignore format: a list is read across

export const surnames = [
  "Abara",
  "Almgren",
  "Banerjee",
  "Barros",
  "Castell",
  "Dahl",
  "Duarte",
  "Eklund",
  "Farkas",
  "Ferrand",
  "Gallo",
  "Haddad",
  "Holt",
  "Ibarra",
  "Jansen",
  "Kaya",
  "Kimura",
  "Kowal",
  "Lindqvist",
  "Maier",
  "Moreau",
  "Nakata",
  "Novak",
  "Okafor",
  "Oyelaran",
  "Petrov",
  "Quist",
  "Rahman",
  "Reyes",
  "Sandoval",
  "Sato",
  "Sorensen",
  "Tanaka",
  "Urban",
  "Vance",
  "Weiss",
  "Yilmaz",
  "Zeman",
] as const;

export const somebody = (chance: Chance) => `${chance.pick(givenNames)} ${chance.pick(surnames)}`;
