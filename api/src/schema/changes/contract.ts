import { z } from "zod";
import { operation } from "../../platform/operation.ts";
import { refuseSql } from "../../sql/index.ts";
import { atTheDoor, common, Name, refuse } from "../contract.ts";

const expressionMax = 10_000;
const Expression = z.string().trim().min(1).max(expressionMax);
const Type = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ description: "As in SQL, such as `text`, `numeric(10, 2)`, `uuid[]`.", example: "text" });
const Columns = z.array(Name).min(1).max(32);
const schema = Name.default("public").meta({ description: "The schema it is in." });
const Comment = z.string().max(10_000);
const cascade = z.boolean().default(false).meta({ description: "Drops what depends on it too." });
const onTable = { schema, table: Name };
const OnChange = z.enum(["no action", "restrict", "cascade", "set null", "set default"]);
const referring = { onDelete: OnChange.optional(), onUpdate: OnChange.optional() };

const ColumnInput = z
  .strictObject({
    name: Name,
    type: Type,
    isNullable: z.boolean().default(true),
    default: Expression.optional().meta({ description: "An SQL expression: a text stands in its quotes.", example: "now()" }),
    identity: z.enum(["always", "by default"]).optional(),
    generatedAs: Expression.optional(),
    isPrimaryKey: z.boolean().default(false),
    isUnique: z.boolean().default(false),
    references: z.strictObject({ schema, table: Name, column: Name.optional(), ...referring }).optional(),
    check: Expression.optional(),
    comment: Comment.optional(),
  })
  .meta({ id: "ColumnInput" });
export type ColumnInput = z.output<typeof ColumnInput>;

const named = { name: Name.optional().meta({ description: "PostgreSQL makes one up if it is left out." }) };
const ConstraintInput = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("primary key"), ...named, columns: Columns }),
    z.strictObject({ kind: z.literal("unique"), ...named, columns: Columns }),
    z.strictObject({ kind: z.literal("check"), ...named, expression: Expression }),
    z.strictObject({
      kind: z.literal("foreign key"),
      ...named,
      columns: Columns,
      references: z.strictObject({ schema, table: Name, columns: Columns.optional() }),
      ...referring,
      isDeferrable: z.boolean().default(false),
    }),
  ])
  .meta({ id: "ConstraintInput" });
export type ConstraintInput = z.output<typeof ConstraintInput>;

const IndexPart = z
  .strictObject({
    column: Name.optional(),
    expression: Expression.optional().meta({ description: "Instead of a column." }),
    operatorClass: Name.optional(),
    order: z.enum(["asc", "desc"]).optional(),
    nulls: z.enum(["first", "last"]).optional(),
  })
  .refine(({ column, expression }) => (column === undefined) !== (expression === undefined), "must have either a column or an expression");

const Role = z.enum(["anon", "authenticated", "service_role"]);
const Roles = z.array(Role).min(1).max(3);
const Privileges = z
  .array(z.enum(["select", "insert", "update", "delete"]))
  .min(1)
  .max(4);

export const Change = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("create table"),
      schema,
      name: Name,
      columns: z.array(ColumnInput).max(1_000),
      constraints: z.array(ConstraintInput).max(100).default([]),
      hasRls: z.boolean().default(true).meta({ description: "Whether row-level security is on from the start." }),
      comment: Comment.optional(),
    }),
    z.strictObject({
      kind: z.literal("alter table"),
      ...onTable,
      rename: Name.optional(),
      moveTo: Name.optional().meta({ description: "Another schema." }),
      comment: Comment.nullable().optional(),
    }),
    z.strictObject({ kind: z.literal("drop table"), ...onTable, cascade }),
    z.strictObject({ kind: z.literal("add column"), ...onTable, column: ColumnInput }),
    z.strictObject({
      kind: z.literal("alter column"),
      ...onTable,
      column: Name,
      type: Type.optional(),
      using: Expression.optional().meta({ description: "How what is there becomes the new type." }),
      isNullable: z.boolean().optional(),
      default: Expression.nullable().optional().meta({ description: "null takes it away." }),
      comment: Comment.nullable().optional(),
      rename: Name.optional(),
    }),
    z.strictObject({ kind: z.literal("drop column"), ...onTable, column: Name, cascade }),
    z.strictObject({ kind: z.literal("add constraint"), ...onTable, constraint: ConstraintInput }),
    z.strictObject({ kind: z.literal("drop constraint"), ...onTable, name: Name, cascade }),
    z.strictObject({
      kind: z.literal("create index"),
      ...onTable,
      ...named,
      parts: z.array(IndexPart).min(1).max(32),
      method: z.enum(["btree", "hash", "gin", "gist", "spgist", "brin"]).default("btree"),
      isUnique: z.boolean().default(false),
      include: Columns.optional(),
      where: Expression.optional(),
      concurrently: z.boolean().default(false).meta({ description: "Writers need not wait. Only as the one change of a request." }),
    }),
    z.strictObject({ kind: z.literal("drop index"), schema, name: Name, cascade }),
    z.strictObject({ kind: z.literal("create enum"), schema, name: Name, values: z.array(Name).max(1_000) }),
    z.strictObject({
      kind: z.literal("add enum value"),
      schema,
      name: Name,
      value: Name,
      before: Name.optional(),
      after: Name.optional(),
    }),
    z.strictObject({ kind: z.literal("rename enum value"), schema, name: Name, value: Name, rename: Name }),
    z.strictObject({ kind: z.literal("drop enum"), schema, name: Name, cascade }),
    z.strictObject({ kind: z.literal("set rls"), ...onTable, isEnabled: z.boolean(), isForced: z.boolean().optional() }),
    z.strictObject({
      kind: z.literal("create policy"),
      ...onTable,
      name: Name,
      command: z.enum(["all", "select", "insert", "update", "delete"]).default("all"),
      roles: Roles.optional().meta({ description: "Everybody if left out." }),
      isPermissive: z.boolean().default(true),
      using: Expression.optional(),
      check: Expression.optional(),
    }),
    z.strictObject({ kind: z.literal("drop policy"), ...onTable, name: Name }),
    z
      .strictObject({ kind: z.literal("grant"), ...onTable, to: Roles, privileges: Privileges })
      .meta({ description: "Puts row-level security on as well: without a policy, nobody sees a row." }),
    z.strictObject({ kind: z.literal("revoke"), ...onTable, from: Roles, privileges: Privileges }),
  ])
  .meta({ id: "SchemaChange" });
export type Change = z.output<typeof Change>;
export type ChangeOf<Kind extends Change["kind"]> = Extract<Change, { readonly kind: Kind }>;

const changesMax = 200;

export const changeSchema = operation({
  ...common,
  id: "changeSchema",
  at: "POST /api/schema/changes",
  summary: "Change tables, columns, constraints, indexes, enums, policies and rights, all or nothing",
  body: {
    changes: z
      .array(Change)
      .min(1)
      .max(changesMax)
      .meta({
        description: "Done in this order, in one transaction.",
        example: [{ kind: "add column", table: "todos", column: { name: "due", type: "date" } }],
      }),
    dryRun: z.boolean().default(false).meta({
      description:
        "Tells the SQL, and has PostgreSQL do it once and undo it, so that what it would refuse is refused. It waits for the tables' locks for a tenth of a second and holds them for two seconds at most.",
    }),
  },
  returns: [
    200,
    z
      .object({
        isDone: z.boolean(),
        isChecked: z.boolean().meta({
          description:
            "PostgreSQL did it; false in a dry run that could not have the locks or was not done with it soon, and of what no transaction can undo, such as an index made concurrently.",
        }),
        statements: z.array(z.string()).meta({ description: "The SQL, statement by statement." }),
      })
      .meta({ id: "ChangedSchema" }),
  ],
  refuses: [
    ...atTheDoor,
    ...refuse.declare("invalid_input"),
    ...refuseSql.declare("database_error", "not_alone", "took_too_long", "unsupported_media_type", "invalid_json"),
  ],
});
