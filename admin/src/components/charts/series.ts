/** What a picture draws: named rows of figures, a point for each step of time. */
export interface Series {
  readonly name: string;
  readonly label: string;
}
export type Point = Readonly<Record<string, number>>;
