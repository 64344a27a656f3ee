/** What was tried and what came of it, as one table. */
export interface Tried {
  readonly row: string;
  readonly what: string;
  readonly doors: string;
  readonly tried: number;
  readonly verdict: "blocked" | "bounded" | "residual";
  readonly limitedBy?: string;
}

export function tableOf(all: readonly Tried[]): string {
  const sum = (verdict?: Tried["verdict"]) =>
    all.reduce((total, each) => (verdict === undefined || each.verdict === verdict ? total + each.tried : total), 0);
  const head = ["row", "attack", "through", "tried", "verdict"];
  const lines = [
    head,
    ...all.map(({ row, what, doors, tried, verdict, limitedBy }) => [
      row,
      what,
      doors,
      String(tried),
      limitedBy ? `${verdict}: ${limitedBy}` : verdict,
    ]),
  ];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [...text, "", `attacks tried ${sum()}, blocked ${sum("blocked")}, bounded ${sum("bounded")}, residual ${sum("residual")}`].join(
    "\n",
  );
}
