import type { Change } from "../../kernel/change.js";
import type { AccountRegistered, PostalAddress, Profile } from "./events.js";

export interface RegisterAccount extends AccountRegistered {
  readonly type: "RegisterAccount";
}

export interface CompleteProfile {
  readonly type: "CompleteProfile";
  /** What is known now; it fills empty fields only. */
  readonly profile: Change<Profile>;
}

export interface AddAddress {
  readonly type: "AddAddress";
  readonly addressId: string;
  readonly address: PostalAddress;
  /** The market's limit of addresses an account. */
  readonly most: number;
}

export interface ChangeAddress {
  readonly type: "ChangeAddress";
  readonly addressId: string;
  readonly change: Change<PostalAddress>;
}

export type AccountCommand =
  | RegisterAccount
  | { readonly type: "SignIn" }
  | CompleteProfile
  | { readonly type: "BlockAccount"; readonly reason: string | null }
  | { readonly type: "UnblockAccount"; readonly reason: string | null }
  | AddAddress
  | ChangeAddress
  | { readonly type: "RemoveAddress"; readonly addressId: string }
  | { readonly type: "SetDefaultAddress"; readonly addressId: string };
