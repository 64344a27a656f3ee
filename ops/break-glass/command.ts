import { keepUp, listCodes, revoke, type Sealed, seal, signerOf, waysOf } from "@nextmavens/api/break-glass";
import type { Parts } from "@nextmavens/api/entry/parts";
import { type Action, perform } from "@nextmavens/api/platform/action";
import type { Config } from "@nextmavens/api/platform/config";
import { newId } from "@nextmavens/api/platform/ids";
import { spoken } from "@nextmavens/api/platform/spoken";
import { openHere } from "../import/here.ts";
import type { Options } from "./options.ts";

/** `npm run break-glass`: what was done, printed. */
export async function breakGlass(options: Options, config: Config): Promise<void> {
  try {
    const here = await openHere(config);
    try {
      const parts = await here.openParts();
      try {
        console.log(await run(parts, options));
        // At once: the database may be away before the next round of a process that runs.
        if (options.does !== "list") await keepUp(parts.engine, config.DATA_DIR, signerOf(parts.vault));
      } finally {
        await parts.close();
      }
    } finally {
      await here.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function run(parts: Parts, options: Options): Promise<string> {
  switch (options.does) {
    case "seal":
      return `${await paperOf(await perform(parts.engine, callOf("sealBreakGlassCodes", true), seal, options), parts.engine.publicUrl)}${silenceOf(parts.engine)}`;
    case "list":
      return tableOf(await act(parts, "listBreakGlassCodes", false, listCodes, {}));
    case "revoke":
      return `revoked: ${(await act(parts, "revokeBreakGlassCodes", true, revoke, options)).join(", ")}`;
  }
}

const callOf = (id: string, changes: boolean) => ({
  operation: { id, changes },
  actor: { kind: "job", id: "break-glass command" } as const,
  request: { id: newId("request"), address: undefined, userAgent: undefined },
});

const act = <Input, Output>({ engine }: Parts, id: string, changes: boolean, action: Action<Input, Output>, input: Input) =>
  perform(engine, callOf(id, changes), action, input);

async function paperOf({ holder, codes, totpUri }: Sealed, publicUrl: string): Promise<string> {
  const lines = [
    `Sealed for ${holder.email}. Print this, cut it up, seal each code in an envelope of its own: it is shown this once.`,
    "",
    ...codes.map(({ printed }) => `    ${printed}`),
    "",
    `Use: ${publicUrl}/break-glass with one code and six digits of the break-glass authenticator. The first group is the code's name.`,
  ];
  if (totpUri === undefined) return [...lines, "The authenticator enrolled before goes on serving."].join("\n");
  const { renderUnicodeCompact } = await import("uqr");
  return [
    ...lines,
    "",
    "Enrol the authenticator now, on a device that is kept apart from the paper. It serves for break-glass only.",
    "",
    renderUnicodeCompact(totpUri, { border: 2 }),
    "",
    totpUri,
  ].join("\n");
}

/** Whoever seals a code believes that staff hear of its use. */
const silenceOf = (engine: Parts["engine"]): string =>
  waysOf(engine)
    .filter(({ isThere }) => !isThere)
    .map(({ way, by }) => `\n\nNobody is told ${way} when the glass is broken: set ${by}.`)
    .join("");

type Listed = Awaited<ReturnType<typeof listCodes>>[number];

const tableOf = (codes: readonly Listed[]): string =>
  codes.length === 0
    ? "There are no codes: npm run break-glass -- seal --holder <e-mail>"
    : codes
        .map(({ name, state, holder, sealedAt, usedAt }) => {
          const since = usedAt === null ? `sealed ${spoken(sealedAt)}` : `used ${spoken(usedAt)}`;
          return `${name}  ${state.padEnd(7)}  ${since}  ${holder}`;
        })
        .join("\n");
