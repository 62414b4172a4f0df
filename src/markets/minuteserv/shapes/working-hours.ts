import { z } from "zod";

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 08:00");

/** When a partner works, in wall time at the place of service; days from 1 = Monday (A55). */
export const workingHours = z
  .object({
    start: time,
    end: time,
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
  })
  .refine(({ start, end }) => start < end, { path: ["end"], message: "must be after start" })
  .refine(({ days }) => new Set(days).size === days.length, {
    path: ["days"],
    message: "must name each day once",
  });
