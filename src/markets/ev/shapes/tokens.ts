import { z } from "zod";

export const tokensSchema = z.object({ refresh: z.jwt(), access: z.jwt() });

export const messageSchema = z.object({ message: z.string() });
