// What the first account needs; the server checks the same again.

export interface Admin {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const passwordLength = 10;

export type AdminProblem = 'name_missing' | 'email_invalid' | 'password_short';

export function checkAdmin({ name, email, password }: Admin): Partial<Record<keyof Admin, AdminProblem>> {
  return {
    ...(name.trim() === '' && { name: 'name_missing' as const }),
    ...(!/^\S+@\S+\.\S+$/.test(email) && { email: 'email_invalid' as const }),
    ...([...password].length < passwordLength && { password: 'password_short' as const }),
  };
}
