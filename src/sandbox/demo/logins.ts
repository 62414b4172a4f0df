/** Logins that exist after the seed, and only in the sandbox; README lists them (DESIGN §10). */
export interface DemoLogin {
  readonly marketplace: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

export const DEMO_PASSWORD = "password123";

export const DEMO_LOGINS: readonly DemoLogin[] = [
  {
    marketplace: "minuteserv",
    email: "admin@minuteserv.com",
    name: "Admin User",
    role: "super_admin",
  },
  {
    marketplace: "minuteserv",
    email: "manager@minuteserv.com",
    name: "Manager User",
    role: "admin",
  },
  {
    marketplace: "minuteserv",
    email: "support@minuteserv.com",
    name: "Support User",
    role: "support",
  },
  {
    marketplace: "minuteserv",
    email: "finance@minuteserv.com",
    name: "Finance User",
    role: "finance",
  },
  // The same people work in operations, each with an account of its own there.
  {
    marketplace: "operations",
    email: "admin@minuteserv.com",
    name: "super_admin1",
    role: "super_admin",
  },
  {
    marketplace: "operations",
    email: "manager@minuteserv.com",
    name: "admin1",
    role: "admin",
  },
  {
    marketplace: "operations",
    email: "finance@minuteserv.com",
    name: "finance1",
    role: "finance",
  },
];
