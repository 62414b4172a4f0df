import { randomUUID } from "node:crypto";
import { isRejection } from "../../src/kernel/rejection.js";
import { accounts } from "../../src/modules/account/account.js";
import type { Answer } from "./answer.js";
import { newEmail, newMobile, signedIn, type Member } from "./ev.js";
import { eventually } from "./eventually.js";
import type { ServiceWorld } from "./service.js";

export const JPEG = Buffer.from("\xff\xd8\xff\xe0 a photograph", "latin1");
export const PNG = Buffer.from("\x89PNG\r\n\x1a\n a picture", "latin1");
export const PDF = Buffer.from("%PDF-1.7 a document", "latin1");

export const KYC = {
  pan_number: "ABCDE1234F",
  aadhaar_number: "123456789012",
  address_line1: "123 Main Street",
  address_line2: "Apt 4B",
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
  country: "India",
  bank_name: "State Bank of India",
  account_number: "1234567890",
  ifsc_code: "SBIN0001234",
  account_holder_name: "John Doe",
};

export const KYC_FILES = {
  pan_document: JPEG,
  aadhaar_front: PNG,
  aadhaar_back: JPEG,
  bank_passbook: PDF,
};

export const NOMINEE = {
  full_name: "Jane Doe",
  relationship: "spouse",
  date_of_birth: "1990-01-01",
  mobile: "+919876543211",
  email: "jane@example.com",
  address_line1: "123 Main Street",
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
};

export const ID_PROOF = { id_proof_type: "Aadhaar", id_proof_number: "987654321098" };

/** A multipart form; a field that is undefined is left out, and so is a file. */
export function formOf(
  fields: Readonly<Record<string, string | undefined>>,
  files: Readonly<Record<string, Buffer | undefined>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.set(name, value);
  }
  for (const [name, bytes] of Object.entries(files)) {
    // What the sender calls a file, and says that it is, is not to be believed.
    const said = { type: "image/jpeg" };
    if (bytes) form.set(name, new File([new Uint8Array(bytes)], "paper.jpg", said));
  }
  return form;
}

/** Create KYC with what is given laid over a good form. */
export function submitKyc(
  { client }: Member,
  fields: Readonly<Record<string, string | undefined>> = {},
  files: Readonly<Record<string, Buffer | undefined>> = {},
): Promise<Answer> {
  const form = formOf({ ...KYC, ...fields }, { ...KYC_FILES, ...files });
  return client.post("/api/users/kyc/", form);
}

/** A member in that role of whom no other test knows. */
export async function newMember(
  world: ServiceWorld,
  role: "user" | "staff" | "admin" | "superuser" = "user",
): Promise<Member> {
  const { eventLog } = world.service.foundation;
  const accountId = randomUUID();
  const commandId = randomUUID();
  const envelope = {
    marketplace: "ev",
    actor: { id: "test", role: "system" },
    commandId,
    correlationId: commandId,
    causationId: commandId,
  };
  const email = newEmail();
  const number = await eventLog.numbers.next("ev.user", envelope);
  const registered = await eventLog.execute(
    accounts,
    accountId,
    {
      type: "RegisterAccount",
      accountId,
      kind: "member",
      role,
      profile: { name: "A Member", email, phone: newMobile() },
      number,
      referredBy: null,
      person: { ...PERSON, username: email },
    },
    envelope,
  );
  if (isRejection(registered)) throw new Error(registered.message);
  return eventually("the member can sign in", () => signedIn(world, email));
}

const PERSON = {
  firstName: "A",
  lastName: "Member",
  gender: null,
  dateOfBirth: null,
  addressLine1: null,
  addressLine2: null,
  city: null,
  state: null,
  pincode: null,
  country: "India",
};

/** The id inside of a member whose number is known. */
export async function accountIdOf(world: ServiceWorld, { id }: Member): Promise<string> {
  const [row] = await world.service.foundation.database.rows<{ readonly id: string }>(
    "SELECT id FROM accounts WHERE marketplace = 'ev' AND number = $1",
    [id],
  );
  if (row === undefined) throw new Error(`no member has the number ${id}`);
  return row.id;
}
