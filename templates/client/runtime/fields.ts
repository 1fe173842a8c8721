/**
 * Types of operations whose request names the members that it wants: the answer has those.
 * `Field` is the union of the names; `never` where none is given, and all members come.
 *
 * @module
 */

/**
 * `Query`, in which `Parameter` takes the names of members, one or a list of them, if it has it at
 * its microversion.
 */
export type Choosing<Field extends string, Query, Parameter extends string> = Omit<
  Query,
  Parameter
> & { [Name in Parameter]?: Field | readonly Field[] | undefined } & (Parameter extends keyof Query
    ? unknown
    : { [Name in Parameter]?: undefined });

/**
 * `Body` with those of its members that were asked for; of `Holder`, its member that holds the
 * resource or a list of them, where there is one. What the documentation does not know may come.
 */
export type Only<Field extends string, Body, Holder extends string = never> = [Field] extends [
  never,
]
  ? Body
  : [Holder] extends [never]
    ? Picked<Field, Body>
    : { [Name in keyof Body]: Name extends Holder ? Picked<Field, Body[Name]> : Body[Name] };

type Picked<Field extends string, Value> = Value extends readonly (infer Item)[]
  ? Picked<Field, Item>[]
  : Value extends object
    ? string extends Field
      ? Partial<Value>
      : Pick<Value, Extract<keyof Value, Field>> & Others<Exclude<Field, keyof Value>>
    : Value;

type Others<Field extends string> = [Field] extends [never]
  ? unknown
  : { [Name in Field]?: unknown };

/** The names of members that an editor offers for a call with this `Result`; any other will do. */
export type FieldOf<Result, Holder extends string = never> =
  | (Result extends { readonly ok: true; readonly body: infer Body }
      ? NamesIn<[Holder] extends [never] ? Body : Body[Holder & keyof Body]>
      : never)
  | (string & {});

type NamesIn<Value> = Value extends readonly (infer Item)[] ? NamesIn<Item> : keyof Value & string;
