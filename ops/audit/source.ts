import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { auditSigner, LogLine, type Look, readLog } from "@nextmavens/api/audit";
import { type Config, readConfig } from "@nextmavens/api/platform/config";
import { readAddress } from "@nextmavens/api/platform/db/address";
import { adminLogin } from "@nextmavens/api/platform/db/server";
import { connect } from "@nextmavens/api/platform/db/store";
import { openHere } from "../import/here.ts";
import type { From } from "./options.ts";

/** A log that can be looked into. */
export interface Source {
  readonly look: Look;
  /** Of this installation alone: others say theirs themselves. */
  readonly publicKey: string | undefined;
  close(): Promise<void>;
}

export async function openSource({ database }: From): Promise<Source> {
  if (database === undefined) return openOwn(configured());
  const login = adminLogin(readAddress(database));
  const store = connect({ ...login, password: String(login.password) || process.env["PGPASSWORD"] || "", max: 1 }, () => undefined);
  return { look: (work) => store.transact("platform", work), publicKey: undefined, close: () => store.close() };
}

async function openOwn(config: Config): Promise<Source> {
  // What is exported goes to the other stream.
  const here = await openHere(config, console.error);
  return {
    look: (work) => here.store.transact("platform", work),
    publicKey: auditSigner(here.vault).publicKey.text,
    close: () => here.close(),
  };
}

function configured(): Config {
  const read = readConfig(process.env);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  return read.config;
}

export const linesOf = (look: Look, name: string): AsyncIterable<LogLine> => readLog(look, name, new Date().toISOString());

/** The lines of an export; a line that is none is an error, since somebody wrote it. */
export async function* readExport(file: string): AsyncGenerator<LogLine> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    yield parseLine(line, number);
  }
}

function parseLine(line: string, number: number): LogLine {
  try {
    return LogLine.parse(JSON.parse(line));
  } catch {
    throw new Error(`line ${number} of the export is no line of an audit log: ${line.slice(0, 80)}`);
  }
}

/** The signed notes in a mail, a file of them, or an answer of the API. */
export function notesIn(text: string): readonly string[] {
  const plain = text.replaceAll("\\n", "\n").replaceAll("\r", "");
  return [...plain.matchAll(/\S+\n\d+\n\S+\nentries \d+\nat \S+\n\n— \S+ [A-Za-z0-9+/=]+/g)].map(
    ([note]) => `${note.replace(/^.*"/, "")}\n`,
  );
}
