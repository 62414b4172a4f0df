import type { Change } from "../../kernel/change.js";
import type { Minor } from "../../kernel/money.js";
import type {
  AccountRegistered,
  Membership,
  Permissions,
  Person,
  MappedAddress,
  Profile,
} from "./events.js";

export interface RegisterAccount
  extends Omit<AccountRegistered, keyof Membership>, Partial<Membership> {
  readonly type: "RegisterAccount";
  /** Of staff, where they are narrower than the role. */
  readonly permissions?: Permissions | null;
}

/** A member's details; what is left out stays. Role, number and referrer are not among them. */
export interface ChangePerson {
  readonly type: "ChangePerson";
  readonly person: Change<Omit<Person, "username">>;
  readonly phone: string | undefined;
}

/** Decided elsewhere, from payments; it is never taken back. */
export interface ActivateAccount {
  readonly type: "ActivateAccount";
  readonly bookingId: string;
  readonly totalPaid: Minor;
}

export interface CompleteProfile {
  readonly type: "CompleteProfile";
  /** What is known now; it fills empty fields only. */
  readonly profile: Change<Profile>;
}

export interface AddAddress {
  readonly type: "AddAddress";
  readonly addressId: string;
  readonly address: MappedAddress;
  /** The market's limit of addresses an account. */
  readonly most: number;
}

export interface ChangeAddress {
  readonly type: "ChangeAddress";
  readonly addressId: string;
  readonly change: Change<MappedAddress>;
}

export type AccountCommand =
  | RegisterAccount
  | { readonly type: "SignIn" }
  | { readonly type: "SetPermissions"; readonly permissions: Permissions | null }
  | CompleteProfile
  | ChangePerson
  | ActivateAccount
  | { readonly type: "BlockAccount"; readonly reason: string | null }
  | { readonly type: "UnblockAccount"; readonly reason: string | null }
  | AddAddress
  | ChangeAddress
  | { readonly type: "RemoveAddress"; readonly addressId: string }
  | { readonly type: "SetDefaultAddress"; readonly addressId: string };
