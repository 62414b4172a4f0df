import { z } from "zod";
import type { Change } from "../../../kernel/change.js";
import type { Upload } from "../../../kernel/upload.js";
import type { IdProof, NomineePerson } from "../../../modules/nominee/events.js";
import { date, email, mobile, optionalText, pincode, text } from "../shapes/fields.js";
import { RELATIONSHIPS } from "../shapes/nominee.js";
import { paperFile } from "../shapes/paper.js";
import type { Paper } from "./media.js";

const person = {
  full_name: text(150),
  relationship: z.enum(RELATIONSHIPS),
  date_of_birth: date,
  mobile,
  email,
  address_line1: text(255),
  city: text(100),
  state: text(100),
  pincode,
};

const proof = {
  id_proof_type: optionalText(50),
  id_proof_number: optionalText(50),
  id_proof_document: paperFile.nullish(),
};

/** Create/Update Nominee; `kyc_status` is "Read-only" and not even looked at. */
export const nomineeBody = z.object({ ...person, ...proof });

/** Of a PATCH, every field may be left out. */
export const nomineeChangeBody = nomineeBody.partial();

export const NOMINEE_BODY_EXAMPLE = {
  full_name: "Jane Doe",
  relationship: "spouse",
  date_of_birth: "1990-01-01",
  mobile: "+919876543211",
  email: "jane@example.com",
  address_line1: "123 Main Street",
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
  id_proof_type: "Aadhaar",
  id_proof_number: "987654321098",
  id_proof_document: "<file>",
};

export function personOf(body: z.output<typeof nomineeBody>): NomineePerson {
  const { full_name: fullName, date_of_birth: dateOfBirth, address_line1: addressLine1 } = body;
  const { relationship, mobile: phone, email: address, city, state, pincode: pin } = body;
  const named = { fullName, relationship, dateOfBirth, mobile: phone, email: address };
  return { ...named, addressLine1, city, state, pincode: pin };
}

export function personChangeOf(body: z.output<typeof nomineeChangeBody>): Change<NomineePerson> {
  return {
    fullName: body.full_name,
    relationship: body.relationship,
    dateOfBirth: body.date_of_birth,
    mobile: body.mobile,
    email: body.email,
    addressLine1: body.address_line1,
    city: body.city,
    state: body.state,
    pincode: body.pincode,
  };
}

/** The id proof's paper, if one came. */
export function uploadsOf({ id_proof_document: upload }: z.output<typeof nomineeChangeBody>): {
  readonly proof?: Upload;
} {
  return upload === undefined || upload === null ? {} : { proof: upload };
}

/** What of the id proof is handed in; an empty field hands nothing in and takes nothing away. */
export function proofOf(
  body: z.output<typeof nomineeChangeBody>,
  paper: Paper | undefined,
): Change<IdProof> {
  return {
    proofType: body.id_proof_type ?? undefined,
    proofNumber: body.id_proof_number ?? undefined,
    paper,
  };
}
