import { caller } from "../../../../kernel/caller.js";
import { route, type Route } from "../../../../kernel/route.js";
import { memberByNumber } from "../../../../../projections/members.js";
import { changeProfile } from "../../members/change-profile.js";
import { refusedEdit } from "../../members/may-edit.js";
import { profileChange } from "../../members/profile-change.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { idParams } from "../../shapes/fields.js";
import { profileSchema } from "../../shapes/user.js";
import { CHANGE_EXAMPLE } from "./update-profile.js";

/** User APIs, 10. Update User Profile: of any member whom the caller may edit. */
export const updateUser: readonly Route[] = (["PUT", "PATCH"] as const).map((method) =>
  route({
    method,
    path: "/api/users/:id/",
    summary: "Change a profile that you may edit",
    tag: "Users",
    may: ANY_MEMBER,
    limit: "other",
    params: idParams,
    body: profileChange,
    example: CHANGE_EXAMPLE,
    replies: { 200: { description: "The profile as it is now.", schema: profileSchema } },
    async handle({ params, body }, app) {
      const member = await memberByNumber(app.reads, MARKETPLACE, params.id);
      const refused = refusedEdit(caller(app), member, body.mobile);
      if (refused !== undefined) return refused;
      return member === undefined ? notFound() : changeProfile(app, member, body);
    },
  }),
);
