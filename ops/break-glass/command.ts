import { join } from "node:path";
import { keepUp, listCodes, revoke, type Sealed, seal, signerOf, waysOf } from "@nextmavens/api/break-glass";
import type { Parts } from "@nextmavens/api/entry/parts";
import type { Config } from "@nextmavens/api/platform/config";
import { spoken } from "@nextmavens/api/platform/spoken";
import { actBy, atPlatform } from "../at-platform.ts";
import type { Options } from "./options.ts";

/** `npm run break-glass`: what was done, printed. */
export const breakGlass = (options: Options, config: Config): Promise<void> =>
  atPlatform(
    config,
    async (parts) => {
      console.log(await run(parts, options));
      // At once: the database may be away before the next round of a process that runs.
      if (options.does === "list") return;
      const flaw = await keepUp(parts.engine, config.DATA_DIR, signerOf(parts.vault));
      if (flaw !== undefined) throw new Error(`break-glass is not ready on this host for the database to go away: ${flaw}`);
    },
    `Codes are sealed, listed and revoked there alone.\n${meanwhile(config)[options.does]}`,
  );

/** What to do as long as there is no database. */
function meanwhile({ DATA_DIR }: Config): Readonly<Record<Options["does"], string>> {
  const file = join(DATA_DIR, "break-glass", "verifier");
  return {
    seal: "Come in by a code that was sealed before, and seal others once it is back.",
    list: `Until it is back those codes open here that ${file} names and the journal beside it does not; on other hosts, those of theirs.`,
    revoke: `Until it is back a code opens on each host whose ${file} has it. If a paper is in other hands and that can't wait, move
this file away on each of them: no code at all opens there then, until the database is back and has it written anew. Revoke the code at once then.`,
  };
}

async function run(parts: Parts, options: Options): Promise<string> {
  const act = actBy("break-glass command", parts);
  switch (options.does) {
    case "seal":
      return `${await paperOf(await act("sealBreakGlassCodes", true, seal, options), parts.engine.publicUrl)}${silenceOf(parts.engine)}`;
    case "list":
      return tableOf(await act("listBreakGlassCodes", false, listCodes, {}));
    case "revoke":
      return `revoked: ${(await act("revokeBreakGlassCodes", true, revoke, options)).join(", ")}`;
  }
}

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
