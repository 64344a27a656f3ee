import { z } from "zod";

/** The words in which a project's schema is told. */
const Comment = z.string().nullable();
const Privilege = z.enum(["select", "insert", "update", "delete"]);
const Grants = z
  .object({ anon: z.array(Privilege), authenticated: z.array(Privilege), service_role: z.array(Privilege) })
  .meta({ description: "What may be done over REST by whom, before row-level security has a say." });

const type = {
  type: z.string().meta({ description: "As PostgreSQL writes it.", example: "character varying(20)" }),
  baseType: z.string().meta({ description: "The type's own name; of an array, that of its elements.", example: "varchar" }),
  baseTypeSchema: z.string(),
  isArray: z.boolean(),
};
const Type = z.object(type);

const Column = z
  .object({
    name: z.string(),
    ...type,
    isNullable: z.boolean(),
    default: z.string().nullable(),
    generatedAs: z.string().nullable(),
    identity: z.enum(["always", "by default"]).nullable(),
    comment: Comment,
  })
  .meta({ id: "SchemaColumn" });

const Constraint = z.object({
  name: z.string(),
  kind: z.enum(["primary key", "unique", "check", "foreign key", "exclude"]),
  columns: z.array(z.string()),
  isValidated: z.boolean(),
  isDeferrable: z.boolean(),
  definition: z.string(),
});

const Index = z.object({
  name: z.string(),
  method: z.string(),
  columns: z.array(z.string()).meta({ description: "Names or expressions." }),
  isUnique: z.boolean(),
  isPrimary: z.boolean(),
  isValid: z.boolean(),
  predicate: z.string().nullable(),
  definition: z.string(),
  bytes: z.int(),
  scans: z.int().meta({ description: "How often it was used since PostgreSQL began to count." }),
});

const Policy = z.object({
  name: z.string(),
  command: z.enum(["all", "select", "insert", "update", "delete"]),
  isPermissive: z.boolean(),
  roles: z.array(z.string()),
  using: z.string().nullable(),
  check: z.string().nullable(),
});

const Trigger = z.object({
  name: z.string(),
  isEnabled: z.boolean(),
  function: z.object({ schema: z.string(), name: z.string() }),
  definition: z.string(),
});

const onChange = z.enum(["no action", "restrict", "cascade", "set null", "set default"]);
const End = z.object({ schema: z.string(), table: z.string(), columns: z.array(z.string()) });
export const Relation = z
  .object({ name: z.string(), from: End, to: End, isOneToOne: z.boolean(), onDelete: onChange, onUpdate: onChange })
  .meta({ id: "SchemaRelation", description: "A foreign key." });

export const Table = z
  .object({
    schema: z.string(),
    name: z.string(),
    kind: z.enum(["table", "partitioned", "foreign"]),
    isPartition: z.boolean(),
    comment: Comment,
    hasRls: z.boolean(),
    forcesRls: z.boolean(),
    grants: Grants,
    rowsEstimate: z.int().nullable().meta({ description: "By PostgreSQL's last count; null where it has not counted yet." }),
    tableBytes: z.int(),
    indexesBytes: z.int(),
    columns: z.array(Column),
    constraints: z.array(Constraint),
    indexes: z.array(Index),
    policies: z.array(Policy),
    triggers: z.array(Trigger),
  })
  .meta({ id: "SchemaTable" });

const View = z
  .object({
    schema: z.string(),
    name: z.string(),
    kind: z.enum(["view", "materialized"]),
    comment: Comment,
    isInvoker: z.boolean().meta({ description: "It reads with the rights of who asks, not of who made it." }),
    isInsertable: z.boolean(),
    isUpdatable: z.boolean(),
    definition: z.string(),
    grants: Grants,
    columns: z.array(Column),
    indexes: z.array(Index),
    triggers: z.array(Trigger),
  })
  .meta({ id: "SchemaView" });

const Routine = z
  .object({
    schema: z.string(),
    name: z.string(),
    kind: z.enum(["function", "procedure", "aggregate", "window"]),
    arguments: z.array(z.object({ name: z.string(), mode: z.enum(["in", "out", "inout", "variadic", "table"]), type: Type })),
    defaultsCount: z.int().meta({ description: "So many of the last arguments may be left out." }),
    returns: Type.nullable(),
    returnsSet: z.boolean(),
    rowsEstimate: z.int().meta({ description: "What its maker says of how many rows it gives; 0 where it gives no set." }),
    language: z.string(),
    volatility: z.enum(["immutable", "stable", "volatile"]),
    isDefiner: z.boolean().meta({ description: "It runs with the rights of who made it." }),
    settings: z.array(z.string()),
    signature: z.string(),
    definition: z.string().nullable(),
    comment: Comment,
  })
  .meta({ id: "SchemaFunction" });

const Enum = z.object({ schema: z.string(), name: z.string(), values: z.array(z.string()), comment: Comment });
const Domain = z.object({
  schema: z.string(),
  name: z.string(),
  ...type,
  isNullable: z.boolean(),
  default: z.string().nullable(),
  checks: z.array(z.string()),
});
const Composite = z.object({ schema: z.string(), name: z.string(), attributes: z.array(z.object({ name: z.string(), ...type })) });
const Sequence = z.object({
  schema: z.string(),
  name: z.string(),
  type: z.string(),
  maximum: z.string().meta({ description: "A text: it may have more than 53 bits." }),
  lastValue: z.string().nullable(),
  ownedBy: z.object({ schema: z.string(), table: z.string(), column: z.string() }).nullable(),
});
const InstalledExtension = z.object({ name: z.string(), version: z.string(), schema: z.string(), comment: Comment });

export const Schema = z
  .object({
    schemas: z.array(
      z.object({
        name: z.string(),
        isExposed: z.boolean().meta({ description: "Whether it is reached over REST." }),
        comment: Comment,
      }),
    ),
    tables: z.array(Table),
    views: z.array(View),
    relations: z.array(Relation),
    functions: z.array(Routine),
    enums: z.array(Enum),
    domains: z.array(Domain),
    composites: z.array(Composite),
    sequences: z.array(Sequence),
    extensions: z.array(InstalledExtension),
  })
  .meta({ id: "Schema", description: "What a project's database holds, apart from its rows." });
export type Schema = z.output<typeof Schema>;

export const OneTable = Table.extend({ relations: z.array(Relation).meta({ description: "From this table, and to it." }) }).meta({
  id: "SchemaTableWithRelations",
});
export type OneTable = z.output<typeof OneTable>;

export type Column = z.output<typeof Column>;
export type TypeName = z.output<typeof Type>;
export type SchemaFunction = z.output<typeof Routine>;
