export const register = (f: unknown, description: string) => ({ description });
