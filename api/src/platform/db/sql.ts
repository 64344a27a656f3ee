/** A fragment of SQL with its values kept apart from its text. */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }

  get text(): string {
    return this.strings.reduce((text, part, i) => `${text}$${i}${part}`);
  }
}

/** Values only through `${}`, which become `$n`; fragments nest; names only through `name()`. */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  const text: string[] = [strings[0] ?? ""];
  const values: unknown[] = [];
  const append = (more: string) => text.push((text.pop() ?? "") + more);
  parts.forEach((part, i) => {
    if (part instanceof Sql) {
      append(part.strings[0] ?? "");
      text.push(...part.strings.slice(1));
      values.push(...part.values);
      append(strings[i + 1] ?? "");
    } else {
      values.push(part);
      text.push(strings[i + 1] ?? "");
    }
  });
  return new Sql(text, values);
}

/** A quoted identifier, qualified when several parts are given. */
export const name = (...path: string[]) => new Sql([path.map((part) => `"${part.replaceAll('"', '""')}"`).join(".")], []);

export const join = (items: readonly Sql[], glue = ", "): Sql =>
  items.length === 0 ? sql`` : items.reduce((all, one) => sql`${all}${new Sql([glue], [])}${one}`);

/** A text constant in the statement itself, whatever the session's settings say about backslashes. */
export function literal(text: string): Sql {
  const quoted = `'${text.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
  return new Sql([text.includes("\\") ? `E${quoted}` : quoted], []);
}
