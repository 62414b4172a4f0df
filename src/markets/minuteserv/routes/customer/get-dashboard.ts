import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { accountById } from "../../../../../projections/accounts.js";
import { addressesOf } from "../../../../../projections/addresses.js";
import { newestBookingsOfCustomer } from "../../../../../projections/bookings/queries.js";
import { notificationsOf } from "../../../../../projections/notifications/queries.js";
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
    const userId = callerId(app);
    const [user, addresses, bookings, notifications] = await Promise.all([
      accountById(app.reads, userId),
      addressesOf(app.reads, userId),
      newestBookingsOfCustomer(app.reads, userId, RECENT_BOOKINGS),
      notificationsOf(app.reads, { userId }, RECENT_NOTIFICATIONS),
    ]);
    if (user === undefined) return notFound("User");
    return data({
      user: presentUser(user),
      addresses: addresses.map(presentAddress),
      recent_bookings: bookings.map(presentBookingRow),
      notifications: notifications.map(presentNotification),
    });
  },
});
