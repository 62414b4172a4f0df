import { callerId } from "../../../../kernel/caller.js";
import { route, type Route } from "../../../../kernel/route.js";
import { memberById } from "../../../../../projections/members.js";
import { changeProfile } from "../../members/change-profile.js";
import { profileChange } from "../../members/profile-change.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { profileSchema } from "../../shapes/user.js";

/** The request that the document prints for both of its addresses and methods. */
export const CHANGE_EXAMPLE = {
  first_name: "John",
  last_name: "Doe",
  mobile: "+919876543210",
  gender: "male",
  date_of_birth: "1990-01-01",
  address_line1: "123 Main Street",
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
};

/** User APIs, 10. Update User Profile: one's own. */
export const updateProfile: readonly Route[] = (["PUT", "PATCH"] as const).map((method) =>
  route({
    method,
    path: "/api/users/update_profile/",
    summary: "Change your profile",
    tag: "Users",
    may: ANY_MEMBER,
    limit: "other",
    body: profileChange,
    example: CHANGE_EXAMPLE,
    replies: { 200: { description: "The profile as it is now.", schema: profileSchema } },
    async handle({ body }, app) {
      const member = await memberById(app.reads, MARKETPLACE, callerId(app));
      return member === undefined ? notFound() : changeProfile(app, member, body);
    },
  }),
);
