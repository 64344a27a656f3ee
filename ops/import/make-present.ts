import { parseArgs } from "node:util";
import { readAddress } from "@nextmavens/api/platform/db/address";
import pg from "pg";
import { messageOf } from "./present.ts";
import { makeSample, samplePassword } from "./sample/make.ts";

const help = `npx node ops/import/make-present.ts --to postgresql://user:password@host:5432/new_database [options]

Makes a database like that of the present platform, to try the import on. The database must not exist yet.

  --projects <number>    how many projects, each with a schema of its own (50)
  --rows <number>        rows of each one's largest table (200)
  --audit-logs <number>  entries of the old audit log (2000)
  --hostile              with rows that can't be taken as they are`;

const options = {
  to: { type: "string" },
  projects: { type: "string", default: "50" },
  rows: { type: "string", default: "200" },
  "audit-logs": { type: "string", default: "2000" },
  hostile: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;
type Asked = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

try {
  const { values } = parseArgs({ options });
  if (values.help) console.log(help);
  else if (values.to === undefined || !URL.canParse(values.to)) throw new Error(`--to must say where the database shall be.\n\n${help}`);
  else await make(values.to, values);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}

async function make(to: string, values: Asked): Promise<void> {
  const { host, port, ssl, database, admin } = readAddress(to);
  const connect = async (name: string) => {
    const client = new pg.Client({ host, port, ssl, database: name, user: admin.user, password: admin.password ?? "" });
    await client.connect();
    return client;
  };
  const server = await connect("postgres");
  await server.query(`create database ${pg.escapeIdentifier(database)}`).finally(() => server.end());
  const client = await connect(database);
  try {
    const wanted = {
      projects: Number(values.projects),
      rows: Number(values.rows),
      auditLogs: Number(values["audit-logs"]),
      isHostile: values.hostile,
    };
    const { projects } = await makeSample(client, wanted);
    console.log(`made ${projects.length} projects in ${database}; their developers' password is "${samplePassword}". Some of their keys:`);
    for (const { name, table, key } of projects.slice(0, 6)) console.log(`  ${key}  of ${name}, whose rows are in ${table}`);
  } finally {
    await client.end();
  }
}
