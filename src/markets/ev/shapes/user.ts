import { z } from "zod";
import { ERASED } from "../../../kernel/event-catalogue.js";
import type { MemberRow } from "../../../../projections/members.js";
import { NO_PAPERS, type Papers } from "../../../../projections/papers.js";
import { referralCode } from "../policy.js";
import { moment, momentText } from "./values.js";

/** What the document prints as an id is the member's number; every member has one. */
export function numberOf({ id, number }: Pick<MemberRow, "id" | "number">): number {
  if (number === null) throw new Error(`member ${id} has no number`);
  return number;
}

/** A superuser is an admin with more rights (EV-A38). */
function printedRole(role: string): string {
  return role === "superuser" ? "admin" : role;
}

const contact = {
  id: z.int(),
  username: z.string(),
  email: z.string().nullable(),
  mobile: z.string().nullable(),
};

const names = { first_name: z.string(), last_name: z.string() };

const standing = { is_active_buyer: z.boolean(), is_distributor: z.boolean() };

/** Verify OTP & Login. */
export const loggedInSchema = z.object({ ...contact, ...standing });

/** Verify Signup OTP. */
export const signedUpSchema = z.object({ ...contact, ...names, ...standing });

/** Create Admin, Create Staff. */
export const createdUserSchema = z.object({ ...contact, ...names, role: z.string() });

export const profileSchema = z.object({
  ...contact,
  ...names,
  gender: z.string().nullable(),
  date_of_birth: z.string().nullable(),
  address_line1: z.string().nullable(),
  address_line2: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  pincode: z.string().nullable(),
  country: z.string().nullable(),
  role: z.string(),
  ...standing,
  referral_code: z.string(),
  referred_by: z.int().nullable(),
  kyc_status: z.string().nullable(),
  nominee_exists: z.boolean(),
  date_joined: momentText,
});

export function presentLoggedIn(row: MemberRow) {
  return { ...contactOf(row), ...standingOf(row) };
}

export function presentSignedUp(row: MemberRow) {
  return { ...contactOf(row), ...namesOf(row), ...standingOf(row) };
}

export function presentCreated(row: MemberRow) {
  return { ...contactOf(row), ...namesOf(row), role: printedRole(row.role) };
}

export function presentProfile(row: MemberRow, papers: Papers = NO_PAPERS) {
  return {
    ...contactOf(row),
    ...namesOf(row),
    gender: row.gender,
    date_of_birth: row.date_of_birth,
    address_line1: row.address_line1,
    address_line2: row.address_line2,
    city: row.city,
    state: row.state,
    pincode: row.pincode,
    country: row.country,
    role: printedRole(row.role),
    ...standingOf(row),
    referral_code: referralCode(numberOf(row)),
    referred_by: row.referrer_number,
    kyc_status: papers.kyc_status,
    nominee_exists: papers.nominee_exists,
    date_joined: moment(row.created_at),
  };
}

function contactOf(row: MemberRow) {
  const username = row.username ?? ERASED;
  return { id: numberOf(row), username, email: row.email, mobile: row.phone };
}

function namesOf(row: MemberRow) {
  return { first_name: row.first_name ?? "", last_name: row.last_name ?? "" };
}

/** Nothing in the document makes anybody a distributor, and nothing depends on it (EV-A36). */
function standingOf(row: MemberRow) {
  return { is_active_buyer: row.activated_at !== null, is_distributor: false };
}
