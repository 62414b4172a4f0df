/** A member of EV Distribution that exists after the seed, and only in the sandbox. */
export interface DemoMember {
  readonly username: string;
  readonly email: string;
  readonly phone: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: "user" | "staff" | "admin" | "superuser";
  readonly gender: string;
  /** The username of who recommended them. */
  readonly referredBy: string | null;
}

function member(
  role: DemoMember["role"],
  email: string,
  phone: string,
  [firstName, lastName, gender]: readonly [string, string, string],
  referredBy: string | null = null,
): DemoMember {
  return { username: email, email, phone, firstName, lastName, role, gender, referredBy };
}

/** "Super User: EVAdmin && EVAdmin@123", the one member with a password. */
export const SUPERUSER: DemoMember & { readonly password: string } = {
  ...member("superuser", "evadmin@evdistribution.com", "9000000001", ["EV", "Admin", "other"]),
  username: "EVAdmin",
  password: "EVAdmin@123",
};

/** In the order of their numbers, from 1; who recommends stands before whom they recommend. */
export const DEMO_MEMBERS: readonly DemoMember[] = [
  SUPERUSER,
  member("admin", "admin@evdistribution.com", "9000000002", ["Asha", "Rao", "female"]),
  member("staff", "staff@evdistribution.com", "9000000003", ["Sunil", "Nair", "male"]),
  member("user", "arjun@evdistribution.com", "9000000004", ["Arjun", "Mehta", "male"]),
  member("user", "divya@evdistribution.com", "9000000005", ["Divya", "Iyer", "female"]),
  member("user", "kabir@evdistribution.com", "9000000006", ["Kabir", "Khan", "male"]),
];
