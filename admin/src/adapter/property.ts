import { Property } from "@adminjs/sql";
import type { PropertyType } from "adminjs";
import type { Column } from "./catalog.ts";

const types: Readonly<Record<Column["kind"], PropertyType>> = {
  text: "string",
  number: "number",
  boolean: "boolean",
  time: "datetime",
  date: "date",
  uuid: "uuid",
  json: "textarea",
  bytes: "string",
  other: "string",
};

/** A column as AdminJS knows it. References stay ours: AdminJS would fail on one to a table it does not show. */
export class ColumnProperty extends Property {
  readonly column: Column;

  constructor(column: Column, position: number, isKey: boolean) {
    super({
      name: column.name,
      isId: isKey,
      position,
      isNullable: !column.isRequired,
      isEditable: false,
      type: types[column.kind],
      referencedTable: null,
      availableValues: column.choices ? [...column.choices] : null,
    });
    this.column = column;
  }

  override isArray(): boolean {
    return this.column.isArray;
  }
}
