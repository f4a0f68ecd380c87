/** What the compiled validator says of one place: Ajv's error object, as far as it is read here. */
export interface SchemaProblem {
  /** JSON pointer of the place, e.g. `/organizations/a/exchange`. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}
