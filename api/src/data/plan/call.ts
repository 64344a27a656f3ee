import type { Contents } from "../catalog/build.ts";
import type { Routine } from "../catalog/model.ts";
import { type Fault, fault } from "../fault.ts";
import { nearest } from "../nearest.ts";
import type { DataRequest } from "../request.ts";
import type { Args, Call } from "./model.ts";

/** The function that a request calls, chosen among those of its name by the arguments that are given. */
export function planCall(request: DataRequest, catalog: Contents): Call {
  const { body, query } = request;
  const names = [...new Set(body ? body.keys : query.args.map(({ name }) => name))];
  const isWhole = body !== undefined && body.media !== "json" && body.media !== "form";
  const routines = catalog.routines.get(request.name) ?? [];
  const named = isWhole ? [] : routines.filter((routine) => takes(routine, names));
  const unnamed = body ? routines.filter((routine) => takesWhole(routine, body.media)) : [];
  const fitting = named.length > 0 ? named : unnamed;
  const [routine] = fitting;
  if (!routine) throw noRoutine(request, catalog, names);
  if (fitting.length > 1) throw ambiguous(fitting);
  return { routine, args: argsOf(request, routine, names) };
}

function takes({ params }: Routine, names: readonly string[]): boolean {
  if (params.some(({ name }) => name === "")) return false;
  const known = new Set(params.map(({ name }) => name));
  return names.every((name) => known.has(name)) && params.every(({ name, isRequired }) => !isRequired || names.includes(name));
}

const wholeTypes = { json: ["json", "jsonb"], text: ["text"], xml: ["xml"], bytes: ["bytea"], form: [] } as const;

/** A function of one parameter without a name takes the body as it is. */
function takesWhole({ params: [param, ...others] }: Routine, media: keyof typeof wholeTypes): boolean {
  return param?.name === "" && others.length === 0 && (wholeTypes[media] as readonly string[]).includes(param.type);
}

function argsOf({ query, body }: DataRequest, { params }: Routine, names: readonly string[]): Args {
  const first = query.values.length;
  if (!body) {
    const given = params.filter(({ name }) => names.includes(name));
    const slotsOf = (wanted: string) => query.args.flatMap(({ name }, i) => (name === wanted ? [first + i] : []));
    return { kind: "values", given: given.map((param) => ({ ...param, slots: slotsOf(param.name) })) };
  }
  const slot = first + query.args.length;
  const [param] = params;
  if (param?.name === "") return { kind: "whole", slot, type: param.type };
  return { kind: "json", slot, isList: body.isList, given: params.filter(({ name }) => names.includes(name)) };
}

function noRoutine({ name, body }: DataRequest, { schema, routines }: Contents, names: readonly string[]): Fault {
  const full = `${schema}.${name}`;
  const sorted = names.toSorted();
  const isWhole = body !== undefined && ["text", "xml", "bytes"].includes(body.media);
  const listed = names.length === 0 ? " without parameters" : `(${sorted.join(", ")})`;
  const message = `Could not find the function ${full}${isWhole ? "" : listed} in the schema cache`;
  const withParameters = names.length === 0 ? " without parameters" : ` with parameter${names.length > 1 ? "s" : ""} ${sorted.join(", ")}`;
  const how = isWhole
    ? ` with a single unnamed ${wholeTypes[body.media][0]} parameter`
    : withParameters + (body?.media === "json" ? " or with a single unnamed json/jsonb parameter" : "");
  const hint = isWhole ? undefined : hintFor(name, sorted, schema, routines);
  return fault("PGRST202", message, {
    details: `Searched for the function ${full}${how}, but no matches were found in the schema cache.`,
    ...(hint !== undefined && { hint }),
  });
}

const paramsLikeness = 0.33;

function hintFor(name: string, names: readonly string[], schema: string, routines: Contents["routines"]): string | undefined {
  const overloads = routines.get(name);
  const meant = overloads
    ? nearest(
        `(${names.join(", ")})`,
        overloads.map(
          ({ params }) =>
            `(${params
              .map((param) => param.name)
              .toSorted()
              .join(", ")})`,
        ),
        paramsLikeness,
      )
    : nearest(name, [...routines.keys()]);
  if (meant === undefined) return undefined;
  return `Perhaps you meant to call the function ${schema}.${overloads ? name : ""}${meant}`;
}

function ambiguous(routines: readonly Routine[]): Fault {
  const told = routines.map(
    ({ schema, name, params }) => `${schema}.${name}(${params.map((each) => `${each.name} => ${each.type}`).join(", ")})`,
  );
  return fault("PGRST203", `Could not choose the best candidate function between: ${told.join(", ")}`, {
    hint: "Try renaming the parameters or the function itself in the database so function overloading can be resolved",
  });
}
