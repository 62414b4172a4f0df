import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { CONTACT } from "../../../../../projections/accounts.js";
import { OWN_ADDRESSES } from "../../../../../projections/addresses.js";
import { newestOfCustomer } from "../../../../../projections/bookings/queries.js";
import { dated, listsTogether } from "../../../../../projections/lists-together.js";
import { newestOfUser } from "../../../../../projections/notifications/queries.js";
import { callerId } from "../../../../kernel/caller.js";
import { notFound } from "../../refusals.js";
import { addressSchema, presentAddress } from "../../shapes/address.js";
import { bookingRowSchema, presentBookingRow } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { notificationSchema, presentNotification } from "../../shapes/notification.js";
import { presentUser, userSchema } from "../../shapes/user.js";

/** How many are recent is not stated. */
const RECENT_BOOKINGS = 5;
const RECENT_NOTIFICATIONS = 20;

const seen = listsTogether({
  users: CONTACT,
  addresses: OWN_ADDRESSES,
  bookings: newestOfCustomer(RECENT_BOOKINGS),
  notifications: newestOfUser(RECENT_NOTIFICATIONS),
});

/** Dashboard (Combined Endpoint), Get Dashboard Data: one call for the first screen. */
export const getDashboard = route({
  method: "GET",
  path: "/dashboard",
  summary: "Your profile, addresses, latest bookings and notifications",
  tag: "Dashboard",
  may: realm("customer"),
  limit: "general_customer",
  replies: {
    200: documentedData(
      "What the first screen shows; lists are newest first, the default address leads.",
      z.object({
        user: userSchema,
        addresses: z.array(addressSchema),
        recent_bookings: z.array(bookingRowSchema),
        notifications: z.array(notificationSchema),
      }),
    ),
  },
  async handle(_input, app) {
    const { users, addresses, bookings, notifications } = await seen(app.reads, callerId(app));
    const [user] = users;
    if (user === undefined) return notFound("User");
    return data({
      user: presentUser(user),
      addresses: addresses.map(presentAddress),
      recent_bookings: bookings.map((row) => presentBookingRow(dated(row))),
      notifications: notifications.map((row) => presentNotification(dated(row))),
    });
  },
});
