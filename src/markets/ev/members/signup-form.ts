import { z } from "zod";
import { DEFAULT_COUNTRY } from "../policy.js";
import { date, email, gender, mobile, optionalText, pincode, text } from "../shapes/fields.js";
import type { NewMember } from "./register-member.js";

/** What makes a member, an admin or a staff member; any other field is not read. */
export const memberForm = z.object({
  first_name: text(150),
  last_name: text(150),
  email,
  mobile,
  gender,
  date_of_birth: date,
  address_line1: text(255),
  address_line2: optionalText(255),
  city: text(100),
  state: text(100),
  pincode,
  country: optionalText(100),
});

export type MemberForm = z.output<typeof memberForm>;

/** The form as a person; who names no country is taken to be at home (User Signup). */
export function personOf(form: MemberForm): NewMember["person"] {
  return {
    firstName: form.first_name,
    lastName: form.last_name,
    gender: form.gender,
    dateOfBirth: form.date_of_birth,
    addressLine1: form.address_line1,
    addressLine2: form.address_line2 ?? null,
    city: form.city,
    state: form.state,
    pincode: form.pincode,
    country: form.country ?? DEFAULT_COUNTRY,
  };
}
