import type { ApiModel } from "../../openapi/model.js";
import type { TypeCatalogue } from "../type-names.js";
import type { ModuleScope } from "../module-scope.js";
import type { ServiceNames } from "./names.js";

/** What the view of an operation is made with. */
export interface OperationContext {
  readonly model: ApiModel;
  readonly types: TypeCatalogue;
  readonly scope: ModuleScope;
  readonly service: ServiceNames;
}
