import { z } from "zod";
import type { Change } from "../../../kernel/change.js";
import type { Person } from "../../../modules/account/events.js";
import {
  date,
  gender,
  INVALID_MOBILE,
  isMobile,
  lenient,
  optionalText,
  pincode,
} from "../shapes/fields.js";

/** An empty text means none: a form sends back what the profile printed, null and empty alike. */
function orNone<T extends z.ZodType>(schema: T) {
  return z.union([z.literal("").transform(() => null), schema.nullable()]).optional();
}

const name = lenient(z.string().trim().max(150)).optional();

/**
 * Update User Profile: PUT is partial, too (EV-A08). What is not named here is read-only and not
 * read: roles, flags, referrals, and the e-mail, which nobody has shown to be theirs.
 */
export const profileChange = z.object({
  first_name: name,
  last_name: name,
  mobile: lenient(z.string().trim())
    .nullish()
    .transform((value) => (value === "" || value === null ? undefined : value))
    .refine((value) => value === undefined || isMobile(value), INVALID_MOBILE),
  gender: orNone(gender),
  date_of_birth: orNone(date),
  address_line1: optionalText(255),
  address_line2: optionalText(255),
  city: optionalText(100),
  state: optionalText(100),
  pincode: orNone(pincode),
  country: optionalText(100),
});

export type ProfileChange = z.output<typeof profileChange>;

export function personChange(body: ProfileChange): Change<Omit<Person, "username">> {
  return {
    firstName: body.first_name,
    lastName: body.last_name,
    gender: body.gender,
    dateOfBirth: body.date_of_birth,
    addressLine1: body.address_line1,
    addressLine2: body.address_line2,
    city: body.city,
    state: body.state,
    pincode: body.pincode,
    country: body.country,
  };
}
