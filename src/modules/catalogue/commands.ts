import type { Change } from "../../kernel/change.js";
import type { ServiceOffer } from "./events.js";

export interface AddService {
  readonly type: "AddService";
  readonly serviceId: string;
  readonly offer: ServiceOffer;
}

export interface ChangeService {
  readonly type: "ChangeService";
  /** What is left out stays as it is; `isActive: true` brings a retired service back. */
  readonly change: Change<ServiceOffer>;
}

export type ServiceCommand = AddService | ChangeService | { readonly type: "RetireService" };
